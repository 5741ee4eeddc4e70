package org.werkgraaf.web.frame;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AbstractLocaleResolver;
import org.springframework.web.util.UriComponentsBuilder;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.index.Stamp;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.web.ProposalSettings;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.http.Accept;
import org.werkgraaf.web.http.LanguageCookie;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.text.PageText;

/** Gives every page what stands around it: language, links to the other languages, release. */
@Configuration(proxyBeanMethods = false)
class PageFrame implements WebMvcConfigurer {
    /** What each language calls itself. */
    private static final Map<String, String> NAMES = Languages.ALL.stream()
            .collect(Collectors.toMap(lang -> lang, lang -> Languages.of(lang).name()));

    /** Pages that are no things. */
    private static final Pattern PROPOSED = Pattern.compile(
            "/((search|check|fines|compare|timeline|matrix|ontology)|(questions|about)(/[a-z0-9-]+)?)?");

    private final ReaderLanguage languages;
    private final MessageSource messages;
    private final EntityIndex index;
    private final WebSettings settings;
    private final ProposalSettings proposals;

    PageFrame(
            ReaderLanguage languages,
            MessageSource messages,
            EntityIndex index,
            WebSettings settings,
            ProposalSettings proposals) {
        this.proposals = proposals;
        this.languages = languages;
        this.messages = messages;
        this.index = index;
        this.settings = settings;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
            @Override
            public void postHandle(
                    HttpServletRequest request,
                    HttpServletResponse response,
                    Object handler,
                    @Nullable ModelAndView page) {
                if (page != null && page.getViewName() != null) {
                    String lang = (String) page.getModel().getOrDefault("lang", languages.of(request));
                    page.addAllObjects(around(request, lang));
                    // Who sends a form says in which language it was, and chooses none.
                    if (HttpMethod.GET.matches(request.getMethod())) {
                        LanguageCookie.remember(request, response, lang);
                    }
                }
            }
        });
    }

    /** An error is told without an interceptor, so its page finds the frame in the request. */
    @Bean
    OncePerRequestFilter frameOfErrors() {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                if (Accept.of(request).prefersPage()) {
                    around(request, language(request)).forEach(request::setAttribute);
                }
                chain.doFilter(request, response);
            }
        };
    }

    /** The address of a page that has no link to propose of its own; empty where none are taken. */
    private String proposeHere(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (!proposals.on() || !PROPOSED.matcher(path).matches()) {
            return "";
        }
        String query = request.getQueryString();
        return query == null || query.isEmpty() ? path : path + "?" + query;
    }

    private Map<String, Object> around(HttpServletRequest request, String lang) {
        return Map.of(
                "proposeHere",
                proposeHere(request),
                "lang",
                lang,
                "text",
                new PageText(lang, messages),
                "writtenIn",
                Languages.DOCUMENTATION,
                "baseUrl",
                settings.baseUrl(),
                "release",
                index.stamp().map(Stamp::release).orElse(""),
                "languageLinks",
                languageLinks(request),
                "languageNames",
                NAMES);
    }

    /** The language of a request, also of one that asks for a language that is not offered. */
    private String language(HttpServletRequest request) {
        String parameter = request.getParameter(ReaderLanguage.NAME);
        boolean known = parameter == null || parameter.isEmpty() || ReaderLanguage.OFFERED.contains(parameter);
        return known ? languages.of(request) : Languages.FIRST;
    }

    private static Map<String, String> languageLinks(HttpServletRequest request) {
        Map<String, String> links = new LinkedHashMap<>();
        Set<String> inTheAddress = UriComponentsBuilder.newInstance()
                .query(request.getQueryString())
                .build()
                .getQueryParams()
                .keySet();
        // What was sent in a body must not come into an address.
        boolean body = HttpMethod.POST.matches(request.getMethod());
        for (String lang : ReaderLanguage.OFFERED) {
            UriComponentsBuilder link = UriComponentsBuilder.fromPath(request.getRequestURI());
            // What a visitor wrote is filled in, not part of the template: a query has braces of its own.
            List<Object> filledIn = new ArrayList<>();
            request.getParameterMap().forEach((name, values) -> {
                boolean kept = !body || inTheAddress.contains(name);
                if (kept && !name.equals(ReaderLanguage.NAME) && !name.equals("cursor")) {
                    for (String value : values) {
                        link.queryParam("{" + filledIn.size() + "}", "{" + (filledIn.size() + 1) + "}");
                        filledIn.add(name);
                        filledIn.add(value);
                    }
                }
            });
            link.queryParam(ReaderLanguage.NAME, lang);
            links.put(lang, link.encode().buildAndExpand(filledIn.toArray()).toUriString());
        }
        return links;
    }

    /** The language of messages is that of the page. */
    @Bean
    LocaleResolver localeResolver() {
        return new AbstractLocaleResolver() {
            @Override
            public Locale resolveLocale(HttpServletRequest request) {
                return Locale.forLanguageTag(language(request));
            }

            @Override
            public void setLocale(
                    HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
                throw new UnsupportedOperationException("The language is chosen by the request");
            }
        };
    }
}
