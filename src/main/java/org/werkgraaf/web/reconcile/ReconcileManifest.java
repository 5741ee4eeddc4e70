package org.werkgraaf.web.reconcile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;
import org.werkgraaf.web.ReconcileSettings;
import org.werkgraaf.web.WebSettings;

/** Says where the parts of the service are, and what it takes. */
@Component
class ReconcileManifest {
    private static final String ID = "{{id}}";
    private static final int WIDTH = 480;
    private static final int HEIGHT = 360;
    /** What a client sends at once by itself. */
    private static final int BATCH = 10;

    private final WebSettings web;
    private final ReconcileSettings settings;
    private final ReconcileTerms terms;

    ReconcileManifest(WebSettings web, ReconcileSettings settings, ReconcileTerms terms) {
        this.web = web;
        this.settings = settings;
        this.terms = terms;
    }

    Map<String, Object> of(String lang) {
        String here = web.baseUrl() + "/reconcile/" + lang;
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("versions", List.of("0.1", "0.2"));
        manifest.put("name", "Werkgraaf (" + lang + ")");
        manifest.put("identifierSpace", ThingId.THINGS);
        manifest.put("schemaSpace", Wg.NS);
        manifest.put("documentation", web.baseUrl() + "/about/api#reconciliation");
        manifest.put("logo", web.baseUrl() + "/favicon.ico");
        manifest.put("defaultTypes", terms.types(lang));
        manifest.put("view", Map.of("url", here + "/view?id=" + ID));
        manifest.put("preview", Map.of("url", here + "/preview?id=" + ID, "width", WIDTH, "height", HEIGHT));
        manifest.put(
                "suggest",
                Map.of(
                        "entity", suggest(here, "entity"),
                        "type", suggest(here, "type"),
                        "property", suggest(here, "property")));
        manifest.put(
                "extend",
                Map.of(
                        "propose_properties",
                        Map.of("service_url", here, "service_path", "/properties"),
                        "property_settings",
                        List.of()));
        manifest.put("batchSize", Math.min(BATCH, settings.queriesMax()));
        return manifest;
    }

    private static Map<String, String> suggest(String here, String kind) {
        return Map.of(
                "service_url",
                here,
                "service_path",
                "/suggest/" + kind,
                "flyout_service_url",
                here,
                "flyout_service_path",
                "/flyout/" + kind + "?id=${id}");
    }
}
