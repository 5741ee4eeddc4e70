package org.werkgraaf.assess;

import java.util.List;

/**
 * What a check came to.
 *
 * @param situation what was asked
 * @param outcomes the norms on this subject in this territory, by id
 * @param questions what was not given, that which decides most first
 */
public record Assessment(Situation situation, List<Outcome> outcomes, List<Missing> questions) {}
