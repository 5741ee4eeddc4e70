package org.werkgraaf.web;

import java.util.List;

/** An address of each kind of page, for what has to hold of all of them. */
public final class PageKinds {
    /** Without a language. */
    public static final List<String> ALL = List.of(
            "/",
            "/search",
            "/search?q=amazon",
            "/search?q=amazon&type=Case",
            "/search?q=fingerprint",
            "/search?q=xyzzyqq",
            "/search?type=Recommendation",
            "/id/case/cnil-amazon-france-logistique",
            "/id/case/ap-uber-automated-decisions",
            "/id/technique/algorithmic-management",
            "/id/technique/camera-surveillance",
            "/id/provision/gdpr-art-22",
            "/id/provision/ai-act-art-6-2?asOf=2024-01-01",
            "/id/instrument/gdpr",
            "/id/instrument/cao-81",
            "/id/source/de-onzichtbare-manager",
            "/id/source/werken-op-waarde-geschat",
            "/id/source/werken-op-waarde-geschat?find=toetsaanslag",
            "/id/technique/camera-surveillance?only=concerns",
            "/id/passage/de-onzichtbare-manager-l30a",
            "/id/statistic/esener-2019-pace",
            "/id/risk/privacy-infringement",
            "/id/organisation/amazon",
            "/id/case/cnil-amazon-france-logistique/history",
            "/id/case/none",
            "/about",
            "/about/quality",
            "/about/api",
            "/about/assistants",
            "/about/privacy",
            "/ontology",
            "/questions",
            "/questions/fines-by-year",
            "/questions/applies-on",
            "/sparql-editor",
            "/dumps",
            "/timeline",
            "/timeline?from=2025&to=2027&jurisdiction=eu",
            "/matrix",
            "/matrix?rows=technique&columns=instrument",
            "/matrix?columns=jurisdiction",
            "/fines",
            "/compare",
            "/compare?things=jurisdiction/nl,jurisdiction/be",
            "/compare?things=be,us&topic=camera-surveillance",
            "/compare?things=instrument/gdpr,instrument/ai-act",
            "/embed/technique/keylogging",
            "/embed/timeline",
            "/embed/matrix",
            "/embed/fines",
            "/embed/questions/fines-by-year",
            "/embed/questions/highest-amounts",
            "/embed/compare?things=jurisdiction/nl,jurisdiction/be",
            "/r/2020-01-31-0123abcd/0123456789abcdef/id/technique/keylogging");

    private PageKinds() {}

    /** The address of a page in a language. */
    public static String in(String lang, String path) {
        return path + (path.contains("?") ? "&" : "?") + "lang=" + lang;
    }
}
