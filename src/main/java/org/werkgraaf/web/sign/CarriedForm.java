package org.werkgraaf.web.sign;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/**
 * Where somebody was on the way to who has to sign in first, and the form that was sent there, if one was: the page to sign in on has it in
 * hidden fields, and hands it on afterwards. Such a form is shown again; nothing is done with it.
 */
public final class CarriedForm {
    /** The page on which a form is filled in, or any other of those who edit. */
    private static final Pattern PAGE =
            Pattern.compile("/edit(/[A-Za-z0-9][A-Za-z0-9._-]*)*(\\?[A-Za-z0-9._~=&%+/-]{1,500})?");
    /** Where forms of things and answers are sent to; no other takes one that was carried. */
    private static final Pattern FORM =
            Pattern.compile("/edit/(?:revert|merge|split|[a-z][a-z-]*/[a-z0-9][a-z0-9.-]*(?:/answer)?)");

    static final String TO = "carry-to";
    private static final String FIELD = "carry.";
    private static final String AGAIN = CarriedForm.class.getName();
    private static final String KEPT = Kept.class.getName();
    private static final String SITE = "Sec-Fetch-Site";

    private CarriedForm() {}

    /** A hidden field. */
    public record Field(String name, String value) {}

    /** Whether a form is only to be shown again, as it was filled in. */
    public static boolean isAgain(HttpServletRequest request) {
        return request.getAttribute(AGAIN) != null;
    }

    /** Whether a form can be shown again that came without the token of its page: it must be from here, and one that can be shown. */
    static boolean isOurs(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && "same-origin".equals(request.getHeader(SITE))
                && FORM.matcher(request.getRequestURI()).matches();
    }

    /** Has it shown again. */
    static void again(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        request.setAttribute(AGAIN, true);
        request.getRequestDispatcher(request.getRequestURI()).forward(request, response);
    }

    /** What the page to sign in on has to hand on, of a request that it is shown for. */
    static List<Field> fields(HttpServletRequest request, String asked) {
        if (asked.equals("/login")) {
            return Stream.concat(
                            to(request).map(to -> new Field(TO, to)).stream(),
                            all(request).filter(field -> field.name().startsWith(FIELD)))
                    .toList();
        }
        boolean form = request.getMethod().equals("POST") && FORM.matcher(asked).matches();
        return Stream.concat(
                        PAGE.matcher(asked).matches() ? Stream.of(new Field(TO, whole(request, asked))) : Stream.of(),
                        form
                                ? all(request)
                                        .filter(field -> !field.name().equals("_csrf"))
                                        .map(field -> new Field(FIELD + field.name(), field.value()))
                                : Stream.of())
                .toList();
    }

    /** The address with what it was asked with, such as which change is to be taken back; that of a form is in the form. */
    private static String whole(HttpServletRequest request, String asked) {
        Object query = request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
        String whole = asked + "?" + query;
        return query != null
                        && request.getMethod().equals("GET")
                        && PAGE.matcher(whole).matches()
                ? whole
                : asked;
    }

    private static Stream<Field> all(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .flatMap(entry -> Stream.of(entry.getValue()).map(value -> new Field(entry.getKey(), value)));
    }

    /** Where to after signing in, if that was said. */
    private static Optional<String> to(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(TO))
                .filter(to -> PAGE.matcher(to).matches());
    }

    /**
     * What was handed on.
     *
     * @param to where somebody was on the way to
     * @param form that was sent there, by field; empty when none was
     */
    record Kept(String to, Map<String, String[]> form) {
        /** Where a form was sent to; what an address asks besides is in the form. */
        String path() {
            return to.split("\\?", 2)[0];
        }

        /** How many characters it has, about. */
        int size() {
            return to.length()
                    + form.entrySet().stream()
                            .mapToInt(field -> field.getKey().length()
                                    + Stream.of(field.getValue())
                                            .mapToInt(String::length)
                                            .sum())
                            .sum();
        }
    }

    /** What the page to sign in on hands on; nothing when it was not asked for on the way to anywhere. */
    static Optional<Kept> kept(HttpServletRequest request) {
        return to(request).map(to -> {
            Map<String, String[]> form = new LinkedHashMap<>();
            request.getParameterMap().forEach((name, values) -> {
                if (name.startsWith(FIELD)) {
                    form.put(name.substring(FIELD.length()), values);
                }
            });
            return new Kept(to, form);
        });
    }

    /** Has a request that comes back from elsewhere go on with what was handed on before. */
    static void resume(HttpServletRequest request, Kept kept) {
        request.setAttribute(KEPT, kept);
    }

    /**
     * Goes on with what was handed on.
     *
     * @param otherwise where to when nothing was
     */
    static void goOn(HttpServletRequest request, HttpServletResponse response, String otherwise)
            throws IOException, ServletException {
        Optional<Kept> kept = request.getAttribute(KEPT) instanceof Kept resumed ? Optional.of(resumed) : kept(request);
        if (kept.isPresent()
                && !kept.get().form().isEmpty()
                && FORM.matcher(kept.get().path()).matches()) {
            request.setAttribute(AGAIN, true);
            request.getRequestDispatcher(kept.get().path())
                    .forward(new Unpacked(request, kept.get().form()), response);
        } else {
            SecurityChain.leadTo(kept.map(Kept::to).orElse(otherwise), response);
        }
    }

    /** The request with the form that was carried as its parameters, as it was sent: who comes back from elsewhere sends none. */
    private static final class Unpacked extends HttpServletRequestWrapper {
        private final Map<String, String[]> form;

        Unpacked(HttpServletRequest request, Map<String, String[]> form) {
            super(request);
            this.form = form;
        }

        @Override
        public String getMethod() {
            return HttpMethod.POST.name();
        }

        @Override
        public String getContentType() {
            return MediaType.APPLICATION_FORM_URLENCODED_VALUE;
        }

        @Override
        public @Nullable String getParameter(String name) {
            String[] values = form.get(name);
            return values == null ? null : values[0];
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Collections.unmodifiableMap(form);
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(form.keySet());
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return form.get(name);
        }
    }
}
