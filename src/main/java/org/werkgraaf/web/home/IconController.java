package org.werkgraaf.web.home;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /favicon.ico}: the mark of the site, for who asks without having read which one a page names. */
@RestController
@Hidden
class IconController {
    private static final MediaType ICON = new MediaType("image", "x-icon");

    private final Resource icon = new ClassPathResource("static/assets/favicon.ico");

    @GetMapping("/favicon.ico")
    ResponseEntity<Resource> icon() {
        return ResponseEntity.ok()
                .contentType(ICON)
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)))
                .body(icon);
    }
}
