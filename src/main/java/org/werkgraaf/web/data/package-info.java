/** Gives out whole releases: their dumps, and the description of the dataset in VoID and DCAT. */
@NullMarked
package org.werkgraaf.web.data;

import org.jspecify.annotations.NullMarked;
