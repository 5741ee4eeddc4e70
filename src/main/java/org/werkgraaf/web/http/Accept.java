package org.werkgraaf.web.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;

/**
 * What a client takes, after RFC 9110: all lines of the header are one list, the range that fits a type most closely decides its
 * quality, and a quality of nought excludes it. A range that cannot be read counts as not there; without any, all is welcome.
 */
public final class Accept {
    private static final List<MediaType> PAGES = List.of(MediaType.TEXT_HTML, MediaType.APPLICATION_XHTML_XML);

    private final List<MediaType> ranges;

    private Accept(List<MediaType> ranges) {
        this.ranges = ranges;
    }

    /** What the client of a request takes. */
    public static Accept of(HttpServletRequest request) {
        return of(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
    }

    /** @param lines the values of the header, in their order */
    public static Accept of(List<String> lines) {
        List<MediaType> ranges = new ArrayList<>();
        for (String line : lines) {
            for (String range : MimeTypeUtils.tokenize(line)) {
                try {
                    ranges.add(MediaType.parseMediaType(range));
                } catch (InvalidMediaTypeException | InvalidMimeTypeException e) {
                    // One that nobody can read says nothing about the others.
                    continue;
                }
            }
        }
        return new Accept(List.copyOf(ranges));
    }

    /**
     * A representation that can be given.
     *
     * @param what what is given
     * @param type the media type by which it can be asked for
     */
    public record Offer<T>(T what, MediaType type) {}

    /**
     * The offer that fits best: of the highest quality, then the one that is named most closely, then the one that is named
     * first, then the one that is offered first.
     *
     * @return empty when nothing that is offered is taken
     */
    public <T> Optional<Offer<T>> best(List<Offer<T>> offers) {
        if (ranges.isEmpty()) {
            return offers.stream().findFirst();
        }
        return offers.stream()
                .map(offer -> new Fit<>(offer, place(offer.type())))
                .filter(fit -> fit.place() >= 0 && ranges.get(fit.place()).getQualityValue() > 0)
                .min(Comparator.comparingDouble(
                                (Fit<T> fit) -> -ranges.get(fit.place()).getQualityValue())
                        .thenComparingInt(fit -> -closeness(ranges.get(fit.place())))
                        .thenComparingInt(Fit::place))
                .map(Fit::offer);
    }

    /** Whether the header leaves the choice: it is absent, or names no type by itself. */
    public boolean isOpen() {
        return ranges.stream().allMatch(range -> range.isWildcardType() && range.getQualityValue() > 0);
    }

    /** Whether the client is a browser or asks as one: it names a page, and nothing that it would rather have. */
    public boolean prefersPage() {
        double page = PAGES.stream()
                .flatMap(type -> ranges.stream().filter(range -> range.equalsTypeAndSubtype(type)))
                .mapToDouble(MediaType::getQualityValue)
                .max()
                .orElse(0);
        return page > 0 && ranges.stream().allMatch(range -> range.getQualityValue() <= page);
    }

    /** The header in one line, so that requests for the same can be told from others. */
    @Override
    public String toString() {
        return MediaType.toString(ranges);
    }

    /** Which range decides over a type; -1 when none does. Of a range that stands there twice the better one counts. */
    private int place(MediaType type) {
        return IntStream.range(0, ranges.size())
                .filter(i -> ranges.get(i).includes(type))
                .boxed()
                .min(Comparator.comparingInt((Integer i) -> -closeness(ranges.get(i)))
                        .thenComparingDouble(i -> -ranges.get(i).getQualityValue()))
                .orElse(-1);
    }

    private static int closeness(MediaType range) {
        if (range.isWildcardType()) {
            return 0;
        }
        return range.getSubtype().equals("*") ? 1 : range.isWildcardSubtype() ? 2 : 3;
    }

    private record Fit<T>(Offer<T> offer, int place) {}
}
