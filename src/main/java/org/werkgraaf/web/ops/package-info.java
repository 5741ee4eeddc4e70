/** Tells operators how the service is, and lets them publish. */
@NullMarked
@ApplicationModule(
        displayName = "web.ops",
        allowedDependencies = {
            "account",
            "assess",
            "change",
            "curate",
            "draft",
            "engine",
            "follow",
            "index",
            "load",
            "publish",
            "store",
            "validate",
            "vocabulary",
            "web",
            "web.http",
            "web.sign",
            "web.text"
        })
package org.werkgraaf.web.ops;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
