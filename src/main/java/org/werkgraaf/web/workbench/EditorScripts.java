package org.werkgraaf.web.workbench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Serves the scripts of the editor. They import each other by plain names, which a browser would keep beyond a new version of the
 * service, so it is told to ask each time whether they are still the same.
 */
@Configuration(proxyBeanMethods = false)
class EditorScripts implements WebMvcConfigurer {
    private final Map<String, String> tags = new ConcurrentHashMap<>();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/editor/**")
                .addResourceLocations("classpath:/static/assets/editor/")
                .setCacheControl(CacheControl.noCache())
                .setUseLastModified(false)
                .setEtagGenerator(this::tag);
    }

    private String tag(Resource script) {
        return tags.computeIfAbsent(String.valueOf(script.getFilename()), name -> digest(script));
    }

    private static String digest(Resource script) {
        try (InputStream bytes = script.getInputStream()) {
            return "\"" + DigestUtils.md5DigestAsHex(bytes) + "\"";
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + script, e);
        }
    }
}
