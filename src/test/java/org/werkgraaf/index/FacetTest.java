package org.werkgraaf.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.werkgraaf.vocabulary.FacetNames;

class FacetTest {
    @Test
    void hasTheNamesThatContentMayUse() {
        assertThat(Arrays.stream(Facet.values()).map(Facet::parameter)).containsExactlyElementsOf(FacetNames.ALL);
    }
}
