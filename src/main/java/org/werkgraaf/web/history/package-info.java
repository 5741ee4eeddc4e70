/** Shows what was changed on a thing, by whom and why. */
@NullMarked
@ApplicationModule(
        displayName = "web.history",
        allowedDependencies = {
            "change",
            "index",
            "publish",
            "store",
            "vocabulary",
            "web.ask",
            "web.frame",
            "web.http",
            "web.text"
        })
package org.werkgraaf.web.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
