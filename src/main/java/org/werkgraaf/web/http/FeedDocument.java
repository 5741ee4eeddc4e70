package org.werkgraaf.web.http;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Something to follow, as readers of feeds take it. Addresses are whole.
 *
 * @param title what is followed
 * @param lang language of the texts
 * @param atom its address as an Atom feed
 * @param json its address as a JSON Feed
 * @param page its address for readers
 * @param updated when one of the entries last changed, as an ISO instant
 * @param entries what it holds, the last changed first
 */
public record FeedDocument(
        String title, String lang, String atom, String json, String page, String updated, List<Entry> entries) {
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final XMLOutputFactory XML = XMLOutputFactory.newFactory();

    /**
     * @param id what it is known by: a changed entry with the same id is shown again because of its date
     * @param url where it is
     * @param title its name
     * @param summary the same in a sentence
     * @param updated when it last changed, as an ISO instant
     */
    public record Entry(String id, String url, String title, String summary, String updated) {}

    /** As Atom. */
    public String toAtom() {
        try {
            StringWriter text = new StringWriter();
            XMLStreamWriter xml = XML.createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            xml.writeAttribute("xml", XMLConstants.XML_NS_URI, "lang", lang);
            element(xml, "id", atom);
            element(xml, "title", title);
            element(xml, "updated", updated);
            link(xml, "self", atom);
            link(xml, "alternate", page);
            xml.writeStartElement("author");
            element(xml, "name", "Werkgraaf");
            xml.writeEndElement();
            for (Entry entry : entries) {
                entry(xml, entry);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Cannot write a feed to memory", e);
        }
    }

    /** As JSON Feed 1.1, to be written by the server. */
    public Map<String, Object> toJson() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("version", "https://jsonfeed.org/version/1.1");
        body.put("title", title);
        body.put("home_page_url", page);
        body.put("feed_url", json);
        body.put("language", lang);
        body.put("items", entries.stream().map(FeedDocument::item).toList());
        return body;
    }

    private static Map<String, Object> item(Entry entry) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", entry.id());
        item.put("url", entry.url());
        item.put("title", entry.title());
        item.put("content_text", entry.summary());
        item.put("date_modified", entry.updated());
        return item;
    }

    private static void entry(XMLStreamWriter xml, Entry entry) throws XMLStreamException {
        xml.writeStartElement("entry");
        element(xml, "id", entry.id());
        element(xml, "title", entry.title());
        element(xml, "updated", entry.updated());
        link(xml, "alternate", entry.url());
        element(xml, "summary", entry.summary());
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", address);
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(XmlCharacters.without(text));
        xml.writeEndElement();
    }
}
