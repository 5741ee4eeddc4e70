package org.werkgraaf.web.ops;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.werkgraaf.web.EditSettings;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.RequestException;

/** Counts who has a change looked at: each waits for the one before, and holds a thread of the service meanwhile. */
@Component
class ChangeTurns {
    private final EditSettings settings;
    private final Map<String, Integer> byPerson = new HashMap<>();
    private int all;

    ChangeTurns(EditSettings settings) {
        this.settings = settings;
    }

    /** A place among those who wait; to be given back. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Takes a place.
     *
     * @param person who stands for the change
     * @throws RequestException when there is none left
     */
    synchronized Turn take(String person) {
        int own = byPerson.getOrDefault(person, 0);
        if (own >= settings.looksPerPersonMax()) {
            throw busy("Of yours " + own + " changes are being looked at, which is the most of one person"
                    + " (werkgraaf.edit.looks-per-person-max). ");
        }
        if (all >= settings.looksMax()) {
            throw busy(all
                    + " changes are being looked at or wait for it, which is the most (werkgraaf.edit.looks-max). ");
        }
        all++;
        byPerson.put(person, own + 1);
        return () -> giveBack(person);
    }

    private synchronized void giveBack(String person) {
        all--;
        byPerson.computeIfPresent(person, (who, own) -> own > 1 ? own - 1 : null);
    }

    private static RequestException busy(String why) {
        return new RequestException(
                ErrorCode.TOO_MANY_CHANGES,
                why + "Nothing was written. Go back to what you sent, and send it again in" + " half a minute.");
    }
}
