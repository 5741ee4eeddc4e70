/** Gives out whole releases: their dumps, and the description of the dataset in VoID and DCAT. */
@NullMarked
@ApplicationModule(
        displayName = "web.data",
        allowedDependencies = {"dump", "store", "vocabulary", "web", "web.http", "web.sparql", "web.text"})
package org.werkgraaf.web.data;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
