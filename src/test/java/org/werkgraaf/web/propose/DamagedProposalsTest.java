package org.werkgraaf.web.propose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.curate.ProposalLimits;
import org.werkgraaf.curate.Proposals;
import org.werkgraaf.entity.EntityReader;
import org.werkgraaf.web.ProposalSettings;

/** What of the files of proposals is damaged is said in the log and to curators, and keeps nobody from proposing. */
@PackagedServiceTest
@ExtendWith(OutputCaptureExtension.class)
class DamagedProposalsTest {
    private static final ProposalSettings ON = new ProposalSettings(null, 40_000, 5, 20, 400, 100);

    @TempDir
    private Path folder;

    @Autowired
    private EntityReader reader;

    @Autowired
    private org.werkgraaf.index.EntityIndex index;

    @Test
    void namesWhatIsDamagedInTheLogAndToCurators(CapturedOutput log) throws IOException {
        Files.writeString(folder.resolve("proposals.jsonl"), "what is this\n");
        Files.writeString(folder.resolve("addresses.json"), "{\"a\":");
        try (Proposals proposals =
                Proposals.open(folder, new ProposalLimits(10, 100_000, 400, 100), Clock.systemUTC())) {
            StaticListableBeanFactory beans = new StaticListableBeanFactory();
            beans.addBean("proposals", proposals);
            ProposalBox box =
                    new ProposalBox(ON, beans.getBeanProvider(Proposals.class), reader, index, Clock.systemUTC());
            assertThat(box.open()).isSameAs(proposals);
            String aside = folder.resolve("addresses.json.damaged").toString();
            assertThat(log)
                    .contains("In the file of proposals line 1 is not what was written")
                    .contains("The file of e-mail addresses could not be read and was set aside as " + aside);
            assertThat(box.damages()).hasSize(2).first().isEqualTo("line 1 is not what was written");
            assertThat(box.damages().get(1)).contains("e-mail addresses", aside, "delete it");
        }
    }
}
