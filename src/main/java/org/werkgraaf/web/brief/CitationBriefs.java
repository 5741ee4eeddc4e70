package org.werkgraaf.web.brief;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.werkgraaf.entity.Description;
import org.werkgraaf.entity.EntityReader;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.quote.Frozen;
import org.werkgraaf.web.quote.QuoteText;
import org.werkgraaf.web.quote.Reference;
import org.werkgraaf.web.text.PageText;
import org.werkgraaf.web.text.Wording;

/** Tells how a thing is cited. */
@Component
public class CitationBriefs {
    private final EntityIndex index;
    private final EntityReader reader;
    private final MessageSource messages;
    private final WebSettings settings;

    CitationBriefs(EntityIndex index, EntityReader reader, MessageSource messages, WebSettings settings) {
        this.index = index;
        this.reader = reader;
        this.messages = messages;
        this.settings = settings;
    }

    /** The citations of a thing; of a passage, those of its place. */
    public CitationBrief of(Description thing, String lang) {
        PageText text = new PageText(lang, messages);
        Reference reference = Reference.of(thing, reader.presentation(), lang);
        String frozen = index.change(thing.id())
                .map(change -> settings.baseUrl() + Frozen.link(thing.release(), change.digest(), "/id/" + thing.id()))
                .orElse(null);
        QuoteText quote = QuoteText.of(reference, text, frozen);
        return new CitationBrief(
                thing.id(),
                ThingBriefs.name(thing, text),
                quote.apa(),
                quote.legal(),
                quote.credit(),
                thing.places().size() == 1 ? Wording.place(thing.places().get(0), text) : null,
                thing.verification(),
                reference.identifiers(),
                reference.page(),
                frozen,
                settings.baseUrl() + "/id/" + thing.id(),
                true,
                thing.release());
    }
}
