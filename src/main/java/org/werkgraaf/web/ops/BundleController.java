package org.werkgraaf.web.ops;

import io.swagger.v3.oas.annotations.Hidden;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.werkgraaf.follow.Following;
import org.werkgraaf.web.BundleSettings;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.text.GivenText;

/** {@code GET /bundles/<file>}: the list of bundles and the bundles, so that others can follow this service by its address alone. */
@RestController
@Hidden
class BundleController {
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Following following;
    private final BundleSettings settings;

    BundleController(Following following, BundleSettings settings) {
        this.following = following;
        this.settings = settings;
    }

    @GetMapping("/bundles/{file}")
    ResponseEntity<Resource> file(@PathVariable String file) {
        Path found = following
                .bundler()
                .filter(bundler -> settings.serve())
                .flatMap(bundler -> bundler.file(file))
                .orElseThrow(() -> new RequestException(
                        ErrorCode.NOT_FOUND,
                        "There is no bundle '" + GivenText.shorten(file)
                                + "' here. Bundles are handed out where werkgraaf.bundle.folder and werkgraaf.bundle.serve are"
                                + " set; bundles.json lists them."));
        boolean bundle = file.endsWith(".zip");
        return ResponseEntity.ok()
                .cacheControl(bundle ? FOR_EVER : CacheControl.noCache())
                .contentType(bundle ? MediaType.valueOf("application/zip") : MediaType.APPLICATION_JSON)
                .body(new FileSystemResource(found));
    }
}
