/** Shows a saved question as a form, a table and a drawing. */
@NullMarked
@ApplicationModule(
        displayName = "web.question",
        allowedDependencies = {
            "entity",
            "index",
            "presentation",
            "query",
            "vocabulary",
            "web.ask",
            "web.http",
            "web.quote",
            "web.text"
        })
package org.werkgraaf.web.question;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
