/** Names the terms, prefixes and graphs of the ontology as constants. */
@NullMarked
@ApplicationModule(
        displayName = "vocabulary",
        allowedDependencies = {})
package org.werkgraaf.vocabulary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
