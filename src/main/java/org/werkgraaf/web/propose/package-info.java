/** Lets readers propose what is wrong or missing, and curators answer. */
@NullMarked
@ApplicationModule(
        displayName = "web.propose",
        allowedDependencies = {
            "account",
            "curate",
            "entity",
            "index",
            "presentation",
            "vocabulary",
            "web",
            "web.http",
            "web.sign",
            "web.text"
        })
package org.werkgraaf.web.propose;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
