/** Opens the ways in: home, about, quality and the map of the site. */
@NullMarked
@ApplicationModule(
        displayName = "web.home",
        allowedDependencies = {
            "entity",
            "index",
            "presentation",
            "publish",
            "vocabulary",
            "web",
            "web.http",
            "web.text",
            "web.thing"
        })
package org.werkgraaf.web.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
