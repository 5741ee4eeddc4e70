package org.werkgraaf;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.apache.jena.sys.JenaSystem;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.werkgraaf.publish.Joined;

/**
 * Opens or publishes the release in a thread of its own, from the moment at which the settings are known: the web application, which
 * takes as long, is put together meanwhile.
 */
final class Opening {
    private final CompletableFuture<Void> jena = CompletableFuture.runAsync(JenaSystem::init, Opening::inThread);
    private final CompletableFuture<ReleaseRooms> rooms;
    private final CompletableFuture<Void> opened;

    private Opening(Settings settings) {
        this.rooms = jena.thenApply(ready -> ReleaseRooms.of(settings));
        this.opened = rooms.thenAccept(made -> made.publisher().start());
    }

    /** The rooms, waited for. */
    ReleaseRooms rooms() {
        return Joined.of(rooms);
    }

    /** Ends when the release stands, or when it is clear that there is none. */
    CompletableFuture<Void> opened() {
        return opened;
    }

    private static void inThread(Runnable work) {
        new Thread(work, "opening").start();
    }

    /** Begins it for a web server; whatever else uses the rooms opens what it needs. */
    static final class Early implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {
        /** The build looks which beans there are, and starts nothing. */
        private static final boolean AOT_PROCESSING = Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING);

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            if (!AOT_PROCESSING
                    && context instanceof WebServerApplicationContext
                    && context.getBeanFactory() instanceof DefaultListableBeanFactory beans) {
                try {
                    Opening opening = new Opening(settings(context.getEnvironment()));
                    beans.registerSingleton("opening", opening);
                    // Two threads that come to Jena while it is being set up can wait for each other for ever.
                    context.addBeanFactoryPostProcessor(factory -> Joined.of(opening.jena));
                } catch (BindException e) {
                    // It is said in a moment, by whoever binds the settings for all.
                    return;
                }
            }
        }

        private static Settings settings(ConfigurableEnvironment environment) {
            return new Binder(
                            ConfigurationPropertySources.get(environment),
                            new PropertySourcesPlaceholdersResolver(environment),
                            null,
                            editors -> editors.registerCustomEditor(Path.class, new PlainPath()))
                    .bindOrCreate("werkgraaf", Settings.class);
        }

        /** After those that add settings. */
        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE;
        }
    }

    /** A path as it is written. */
    private static final class PlainPath extends java.beans.PropertyEditorSupport {
        @Override
        public void setAsText(String text) {
            setValue(Path.of(text));
        }
    }
}
