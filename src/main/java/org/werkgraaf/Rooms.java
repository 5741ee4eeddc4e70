package org.werkgraaf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.load.ContentReader;
import org.werkgraaf.publish.Publisher;
import org.werkgraaf.store.GraphStore;

/** Builds the rooms below HTTP from the settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Settings.class)
public class Rooms {
    @Bean
    ContentReader contentReader(Settings settings) {
        Settings.ContentSettings content = settings.content();
        return new ContentReader(content.ontology(), content.data(), content.queries(), content.fileBytesMax());
    }

    @Bean
    GraphStore graphStore(Settings settings) {
        return inMemory(settings) ? GraphStore.inMemory() : GraphStore.onDisk(settings.var().resolve("store"));
    }

    @Bean
    EntityIndex entityIndex(Settings settings) {
        Path folder = inMemory(settings) ? temporary() : settings.var().resolve("index");
        return new EntityIndex(folder, settings.search().facetValuesMax());
    }

    @Bean
    Publisher publisher(ContentReader reader, GraphStore store, EntityIndex index) {
        return new Publisher(reader, store, index, Clock.systemUTC());
    }

    private static boolean inMemory(Settings settings) {
        return switch (settings.storage()) {
            case "memory" -> true;
            case "disk" -> false;
            default -> throw new IllegalArgumentException(
                    "The setting werkgraaf.storage is '" + settings.storage() + "'; use disk or memory.");
        };
    }

    private static Path temporary() {
        try {
            Path folder = Files.createTempDirectory("werkgraaf-index");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make a temporary folder for the index", e);
        }
    }
}
