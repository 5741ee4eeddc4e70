package org.werkgraaf.web.sign;

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

/**
 * Where somebody was on the way to who has to sign in first, and the form that was sent there, if one was: the page to sign in on has it in
 * hidden fields, and hands it on afterwards. Such a form is shown again; nothing is done with it.
 */
public final class CarriedForm {
    /** The page on which a form is filled in, or any other of those who edit. */
    private static final Pattern PAGE = Pattern.compile("/edit(/[A-Za-z0-9][A-Za-z0-9._-]*)*");
    /** Where forms of things and answers are sent to; no other takes one that was carried. */
    private static final Pattern FORM =
            Pattern.compile("/edit/(?:revert|merge|split|[a-z][a-z-]*/[a-z0-9][a-z0-9.-]*(?:/answer)?)");

    static final String TO = "carry-to";
    private static final String FIELD = "carry.";
    private static final String AGAIN = CarriedForm.class.getName();
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
                        PAGE.matcher(asked).matches() ? Stream.of(new Field(TO, asked)) : Stream.of(),
                        form
                                ? all(request)
                                        .filter(field -> !field.name().equals("_csrf"))
                                        .map(field -> new Field(FIELD + field.name(), field.value()))
                                : Stream.of())
                .toList();
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
     * Goes on with what was handed on.
     *
     * @param otherwise where to when nothing was
     */
    static void goOn(HttpServletRequest request, HttpServletResponse response, String otherwise)
            throws IOException, ServletException {
        Optional<String> to = to(request);
        Map<String, String[]> form = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.startsWith(FIELD)) {
                form.put(name.substring(FIELD.length()), values);
            }
        });
        if (to.isPresent() && !form.isEmpty() && FORM.matcher(to.get()).matches()) {
            request.setAttribute(AGAIN, true);
            request.getRequestDispatcher(to.get()).forward(new Unpacked(request, form), response);
        } else {
            SecurityChain.leadTo(to.orElse(otherwise), response);
        }
    }

    /** The request with the form that was carried as its parameters. */
    private static final class Unpacked extends HttpServletRequestWrapper {
        private final Map<String, String[]> form;

        Unpacked(HttpServletRequest request, Map<String, String[]> form) {
            super(request);
            this.form = form;
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
