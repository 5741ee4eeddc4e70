package org.werkgraaf.web.data;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.rdf.model.Model;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.werkgraaf.dump.Dump;
import org.werkgraaf.dump.Dumps;
import org.werkgraaf.dump.ReleaseCensus;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.http.Accept;
import org.werkgraaf.web.http.Etags;
import org.werkgraaf.web.http.Negotiation;
import org.werkgraaf.web.http.RdfFormat;
import org.werkgraaf.web.sparql.QueryExamples;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /.well-known/void} and {@code GET /dcat}: the description of the dataset, written once per release. */
@RestController
@Hidden
class DatasetController {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Dumps dumps;
    private final QueryExamples examples;
    private final WebSettings settings;
    private final MessageSource messages;
    private final AtomicReference<@Nullable Written> written = new AtomicReference<>();

    DatasetController(Dumps dumps, QueryExamples examples, WebSettings settings, MessageSource messages) {
        this.dumps = dumps;
        this.examples = examples;
        this.settings = settings;
        this.messages = messages;
    }

    @GetMapping({"/.well-known/void", "/dcat"})
    ResponseEntity<byte[]> description(HttpServletRequest request) {
        Accept.Offer<RdfFormat> asked = Negotiation.accepted(request, RdfFormat.offers(), "Change the Accept header.");
        RdfFormat format = asked.what();
        Written current = current();
        return Etags.ok(
                        current.census().release().id(),
                        current.dump() == null ? "void." + format.suffix() : "dcat." + format.suffix())
                .contentType(format.answeredAs(asked.type()))
                .body(current.in(format));
    }

    /** The files are part of it as soon as those of this very release are there. */
    Written current() {
        ReleaseCensus census = dumps.census();
        Dump dump = dumps.ready()
                .filter(each -> each.index().release().equals(census.release().id()))
                .orElse(null);
        Written known = written.get();
        if (known == null || known.census() != census || known.dump() != dump) {
            Model model = DatasetDescription.of(census, dump, settings.baseUrl(), messages);
            examples.describe(model, model.createResource(settings.baseUrl() + "/sparql"));
            known = new Written(census, dump, model, new ConcurrentHashMap<>());
            written.set(known);
        }
        return known;
    }

    record Written(ReleaseCensus census, @Nullable Dump dump, Model model, Map<RdfFormat, byte[]> texts) {
        /** Tells the descriptions of one release apart. */
        String tag() {
            return census.release().id() + (dump == null ? "" : ".dcat");
        }

        byte[] in(RdfFormat format) {
            return texts.computeIfAbsent(format, each -> {
                byte[] text = each.write(model.getGraph());
                return each == RdfFormat.JSON_LD ? withoutSpace(text) : text;
            });
        }

        /** Jena indents deeply, which makes up more than half of the text. */
        private static byte[] withoutSpace(byte[] json) {
            return JSON.writeValueAsBytes(JSON.readTree(json));
        }
    }
}
