package org.werkgraaf.web.ops;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.werkgraaf.account.Right;
import org.werkgraaf.curate.Proposals;
import org.werkgraaf.draft.Drafts;
import org.werkgraaf.store.Backup;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Lease;
import org.werkgraaf.store.OpenRelease;
import org.werkgraaf.store.Release;
import org.werkgraaf.web.EditSettings;
import org.werkgraaf.web.ProposalSettings;
import org.werkgraaf.web.sign.Gate;

/** {@code POST /admin/backup}: the release that is served and the proposals of readers as one archive, whatever is published meanwhile. */
@RestController
@Tag(name = "Operations")
class BackupController {
    private final GraphStore store;
    private final Gate gate;
    private final ProposalSettings settings;
    private final ObjectProvider<Proposals> proposals;
    private final EditSettings editing;
    private final ObjectProvider<Drafts> drafts;

    BackupController(
            GraphStore store,
            Gate gate,
            ProposalSettings settings,
            ObjectProvider<Proposals> proposals,
            EditSettings editing,
            ObjectProvider<Drafts> drafts) {
        this.editing = editing;
        this.drafts = drafts;
        this.settings = settings;
        this.proposals = proposals;
        this.store = store;
        this.gate = gate;
    }

    @Operation(
            operationId = "backup",
            summary = "Take the release that is served, and proposals, as one archive with checksums")
    @PostMapping(path = "/admin/backup", produces = "application/zip")
    void backup(@Parameter(hidden = true) HttpServletRequest request, HttpServletResponse response) throws IOException {
        gate.require(request, Right.BACKUPS_TAKE);
        try (Lease lease = store.lease()) {
            OpenRelease served = lease.release();
            String id = served.release()
                    .map(Release::id)
                    .orElseThrow(() -> new IllegalStateException("No release is published yet"));
            // An archive that ends early cannot be told from here as an error any more, so what can be wrong is looked
            // at first.
            Backup.verify(served);
            response.setContentType("application/zip");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename("werkgraaf-" + id + ".zip")
                            .build()
                            .toString());
            Map<String, byte[]> beside = new TreeMap<>();
            if (settings.on()) {
                beside.putAll(proposals.getObject().toBackUp());
            }
            if (editing.kept()) {
                beside.putAll(drafts.getObject().toBackUp());
            }
            Backup.write(served, beside, response.getOutputStream());
        }
    }
}
