package org.werkgraaf.entity;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RuleBasedCollator;
import com.ibm.icu.util.ULocale;
import java.util.Comparator;

/**
 * Orders texts as readers do, by Unicode's rules: numbers by their value, so that article 9 precedes article 10, letters without
 * regard to case or accents unless nothing else tells them apart. May be shared by threads.
 */
public final class NaturalOrder implements Comparator<String> {
    private static final Collator COLLATOR = collator();

    @Override
    public int compare(String left, String right) {
        int order = COLLATOR.compare(left, right);
        return order == 0 ? left.compareTo(right) : order;
    }

    private static Collator collator() {
        RuleBasedCollator collator = (RuleBasedCollator) Collator.getInstance(ULocale.ROOT);
        collator.setNumericCollation(true);
        return collator.freeze();
    }
}
