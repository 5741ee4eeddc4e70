package org.werkgraaf.web.http;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.OptionalInt;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Every way in which a request can fail. Each has a paragraph in {@code docs/errors.md} under its code. */
public enum ErrorCode {
    NOT_FOUND(HttpStatus.NOT_FOUND, "There is nothing at this address"),
    GONE(HttpStatus.GONE, "What was at this address was taken out"),
    BAD_PARAMETER(HttpStatus.BAD_REQUEST, "A parameter has a value that is not allowed"),
    UNKNOWN_PARAMETER(HttpStatus.BAD_REQUEST, "A parameter is not known"),
    BATCH_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The request asks for too much at once"),
    CURSOR_EXPIRED(HttpStatus.GONE, "The cursor belongs to an earlier release"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "None of the formats asked for is offered"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "This address does not take that method"),
    READ_ONLY(HttpStatus.FORBIDDEN, "This endpoint is read-only"),
    QUERY_SYNTAX(HttpStatus.BAD_REQUEST, "The query is not SPARQL"),
    QUERY_REMOTE(HttpStatus.FORBIDDEN, "The query would reach out to another endpoint"),
    QUERY_UNKNOWN_GRAPH(HttpStatus.BAD_REQUEST, "The query names a graph that is not published here"),
    QUERY_UNKNOWN_FUNCTION(HttpStatus.BAD_REQUEST, "The query calls a function that is not offered"),
    QUERY_REMOTE_FAILED(HttpStatus.BAD_GATEWAY, "An endpoint that the query calls gave no answer"),
    QUERY_PATTERN(HttpStatus.BAD_REQUEST, "The query has a regular expression that cannot be used"),
    QUERY_TOO_DEEP(HttpStatus.BAD_REQUEST, "The query goes too deep"),
    SPARQL_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "The store that answers SPARQL cannot be asked now"),
    SPARQL_NOT_ANSWERED(HttpStatus.BAD_GATEWAY, "The store that answers SPARQL does not answer this query"),
    QUERY_TOO_LONG(HttpStatus.CONTENT_TOO_LARGE, "The query is too long"),
    QUERY_TIMEOUT(HttpStatus.SERVICE_UNAVAILABLE, "The query ran out of time"),
    QUERY_ENDED(HttpStatus.CONFLICT, "The query was ended by who asked it"),
    QUERY_MEMORY(HttpStatus.UNPROCESSABLE_CONTENT, "The query needs too much memory"),
    QUERY_TEXT_TOO_LONG(HttpStatus.UNPROCESSABLE_CONTENT, "The query makes a text that is too long"),
    RESULT_TOO_LARGE(HttpStatus.UNPROCESSABLE_CONTENT, "The result is too large to send"),
    TOO_MANY_QUERIES(HttpStatus.TOO_MANY_REQUESTS, "Too many queries run at the same time"),
    TOO_MANY_DOWNLOADS(HttpStatus.TOO_MANY_REQUESTS, "Too many files are read at the same time"),
    TOO_MANY_BODIES(HttpStatus.TOO_MANY_REQUESTS, "Too many requests wait for their bodies"),
    BODY_TOO_LONG(HttpStatus.CONTENT_TOO_LARGE, "The body of the request is too long"),
    BODY_TOO_SLOW(HttpStatus.REQUEST_TIMEOUT, "The body of the request did not come in time"),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body has a content type that is not taken"),
    NOT_READY(HttpStatus.SERVICE_UNAVAILABLE, "No release is published yet"),
    CHANGES_NOT_KEPT(HttpStatus.GONE, "What changed since then is not kept"),
    RELEASE_NOT_HELD(HttpStatus.PRECONDITION_FAILED, "The release that was asked for is not here"),
    DUMPS_NOT_READY(HttpStatus.SERVICE_UNAVAILABLE, "The dumps are not ready yet"),
    OVERVIEW_TOO_LARGE(HttpStatus.SERVICE_UNAVAILABLE, "The release is too large for this picture"),
    PICTURE_NOT_DRAWN(HttpStatus.SERVICE_UNAVAILABLE, "The picture cannot be drawn now"),
    NOT_AUTHORISED(HttpStatus.UNAUTHORIZED, "The token is missing or wrong"),
    NOT_ALLOWED(HttpStatus.FORBIDDEN, "The account or the token may not do this"),
    ACCOUNTS_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "The accounts cannot be read or written"),
    PUBLISH_REFUSED(HttpStatus.UNPROCESSABLE_CONTENT, "The content was refused"),
    CHANGE_MALFORMED(HttpStatus.BAD_REQUEST, "The change cannot be read"),
    CHANGE_CONFLICT(HttpStatus.CONFLICT, "The content is not what the change was made for"),
    CONTENT_UNCHANGEABLE(HttpStatus.CONFLICT, "The content cannot be changed as it is now"),
    CONTENT_BUSY(HttpStatus.SERVICE_UNAVAILABLE, "A release is being made"),
    CHANGE_REFUSED(HttpStatus.UNPROCESSABLE_CONTENT, "The content would not be good with the change"),
    CHANGE_UNCONFIRMED(HttpStatus.CONFLICT, "Answers lose something by the change, and nobody confirmed that"),
    TOO_MANY_CHANGES(HttpStatus.TOO_MANY_REQUESTS, "Too many changes are looked at at the same time"),
    CHANGES_FULL(HttpStatus.SERVICE_UNAVAILABLE, "No more changes can wait at the moment"),
    CHANGE_NOT_WAITING(HttpStatus.CONFLICT, "The change is not in a state in which that can be done"),
    DRAFT_NOT_KEPT(HttpStatus.INSUFFICIENT_STORAGE, "The change that is to wait could not be written down"),
    PUBLISH_FAILED(HttpStatus.INSUFFICIENT_STORAGE, "The release could not be written"),
    PROPOSALS_OFF(HttpStatus.FORBIDDEN, "Proposals of readers are not taken here"),
    TOO_MANY_PROPOSALS(HttpStatus.TOO_MANY_REQUESTS, "Too many proposals came from one address"),
    PROPOSALS_FULL(HttpStatus.SERVICE_UNAVAILABLE, "No more proposals are taken at the moment"),
    PROPOSAL_ANSWERED(HttpStatus.CONFLICT, "The proposal was answered before"),
    PROPOSAL_NOT_KEPT(HttpStatus.INSUFFICIENT_STORAGE, "It could not be written down"),
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side");

    private final HttpStatus status;
    private final String title;

    ErrorCode(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The stable code, such as {@code bad-parameter}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The HTTP status that goes with it. */
    public HttpStatus status() {
        return status;
    }

    /** After how many seconds it makes sense to try again; empty when nobody can know. */
    private OptionalInt retryAfter() {
        return switch (this) {
            case SPARQL_UNAVAILABLE -> OptionalInt.of(5);
            case DUMPS_NOT_READY -> OptionalInt.of(10);
            case CONTENT_BUSY, TOO_MANY_CHANGES -> OptionalInt.of(30);
            case TOO_MANY_PROPOSALS -> OptionalInt.of(3600);
            default -> OptionalInt.empty();
        };
    }

    /** Says in an answer when to come again, if anybody can know. */
    public void tellRetryAfter(HttpServletResponse response) {
        retryAfter().ifPresent(seconds -> response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(seconds)));
    }

    /** What happened, in general. */
    public String title() {
        return title;
    }
}
