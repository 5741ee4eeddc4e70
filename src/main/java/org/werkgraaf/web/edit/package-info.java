/** Lets curators change what is known of a thing, in forms. */
@NullMarked
@ApplicationModule(
        displayName = "web.edit",
        allowedDependencies = {
            "account",
            "assess",
            "change",
            "draft",
            "edit",
            "entity",
            "load",
            "presentation",
            "publish",
            "store",
            "validate",
            "vocabulary",
            "web",
            "web.http",
            "web.ops",
            "web.sign",
            "web.text"
        })
package org.werkgraaf.web.edit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
