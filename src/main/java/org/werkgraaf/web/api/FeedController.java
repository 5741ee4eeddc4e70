package org.werkgraaf.web.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.StringWriter;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.werkgraaf.index.Thing;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.http.Etags;

/** {@code GET /feed.atom} and {@code GET /questions/<name>/feed.atom}: a search or a saved question as an Atom feed. */
@RestController
@Hidden
class FeedController {
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final XMLOutputFactory XML = XMLOutputFactory.newFactory();

    private final Feed feed;
    private final WebSettings settings;

    FeedController(Feed feed, WebSettings settings) {
        this.feed = feed;
        this.settings = settings;
    }

    @GetMapping(path = "/feed.atom")
    ResponseEntity<String> feed(HttpServletRequest request) throws XMLStreamException {
        return atom(feed.read(request));
    }

    @GetMapping(path = "/questions/{name}/feed.atom")
    ResponseEntity<String> question(@PathVariable String name, HttpServletRequest request) throws XMLStreamException {
        return atom(feed.read(name, request));
    }

    private ResponseEntity<String> atom(Feed.Content content) throws XMLStreamException {
        StringWriter text = new StringWriter();
        XMLStreamWriter xml = XML.createXMLStreamWriter(text);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeAttribute("xml", XMLConstants.XML_NS_URI, "lang", content.lang());
        xml.writeDefaultNamespace(ATOM);
        element(xml, "id", settings.baseUrl() + content.links().atom());
        element(xml, "title", content.title());
        element(xml, "updated", content.updated().toString());
        link(xml, "self", settings.baseUrl() + content.links().atom());
        link(xml, "alternate", settings.baseUrl() + content.links().page());
        xml.writeStartElement("author");
        element(xml, "name", "Werkgraaf");
        xml.writeEndElement();
        for (Feed.Entry entry : content.entries()) {
            entry(xml, entry.thing(), content.lang(), entry.updated().toString());
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.close();
        return Etags.ok(content.release(), "atom." + content.lang())
                .contentType(MediaType.APPLICATION_ATOM_XML)
                .body(text.toString());
    }

    private void entry(XMLStreamWriter xml, Thing thing, String lang, String updated) throws XMLStreamException {
        xml.writeStartElement("entry");
        element(xml, "id", thing.iri());
        element(xml, "title", thing.label(lang));
        element(xml, "updated", updated);
        link(xml, "alternate", settings.baseUrl() + "/id/" + thing.id());
        element(xml, "summary", thing.summary(lang));
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", address);
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(clean(text));
        xml.writeEndElement();
    }

    /** XML 1.0 has no place for control characters. */
    private static String clean(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", " ");
    }
}
