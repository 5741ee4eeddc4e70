package org.werkgraaf.web.ops;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileDescriptorsTest {
    @Test
    void takesOnlyAsManyConnectionsAsTheProcessMayHaveFilesOpen() {
        assertThat(FileDescriptors.connections(100)).isEqualTo(16);
        assertThat(FileDescriptors.connections(FileDescriptors.NEEDED)).isEqualTo(312);
        assertThat(FileDescriptors.connections(Long.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE);
    }
}
