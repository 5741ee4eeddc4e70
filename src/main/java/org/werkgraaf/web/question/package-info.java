/** Shows a saved question as a form, a table and a drawing. */
@NullMarked
@ApplicationModule(
        displayName = "web.question",
        allowedDependencies = {
            "entity",
            "index",
            "picture",
            "presentation",
            "query",
            "vocabulary",
            "web",
            "web.ask",
            "web.http",
            "web.picture",
            "web.quote",
            "web.text"
        })
package org.werkgraaf.web.question;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
