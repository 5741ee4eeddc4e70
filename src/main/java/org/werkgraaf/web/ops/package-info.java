/** Tells operators how the service is, and lets them publish. */
@NullMarked
package org.werkgraaf.web.ops;

import org.jspecify.annotations.NullMarked;
