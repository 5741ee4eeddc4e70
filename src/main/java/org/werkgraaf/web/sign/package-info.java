/** Knows who asks, signs people in and out, and lets in to what is for them only. */
@NullMarked
@ApplicationModule(
        displayName = "web.sign",
        allowedDependencies = {"account", "web", "web.http", "web.text"})
package org.werkgraaf.web.sign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
