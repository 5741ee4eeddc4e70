package org.werkgraaf;

import java.io.PrintStream;
import java.util.Objects;
import org.apache.jena.sys.JenaSystem;
import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the service; with {@code check}, {@code publish}, {@code audit} or another command as first argument, runs that and ends. */
@SpringBootApplication
public class Werkgraaf {
    public static void main(String[] args) {
        if (CommandLine.asksForHelp(args)) {
            System.out.print(CommandLine.usage());
            return;
        }
        CommandLine.problem(args).ifPresent(problem -> {
            System.err.print(problem);
            System.exit(2);
        });
        Thread.setDefaultUncaughtExceptionHandler(new LastResort(Runtime.getRuntime()::halt));
        if (args.length > 0 && Commands.NAMES.contains(args[0])) {
            PrintStream out = System.out;
            // What was asked for may go to a file, and the log is no part of it.
            System.setOut(System.err);
            JenaSystem.init();
            System.exit(Commands.run(args[0], args, out));
        }
        if (args.length > 0 && args[0].equals(AssistantCommand.NAME)) {
            JenaSystem.init();
            System.exit(AssistantCommand.run(args));
        }
        useWhatTheBuildWorkedOut();
        Memory.giveBackWhatIsFree();
        StopLimit.install();
        ConfigurableApplicationContext context = SpringApplication.run(Werkgraaf.class, args);
        if (args.length > 0 && args[0].equals(Training.COMMAND)) {
            boolean done = Training.run(context);
            System.exit(SpringApplication.exit(context, () -> done ? 0 : 1));
        }
    }

    /** Takes the beans that the build found there are, which it does for a package only. Classes in a folder may have changed since. */
    private static void useWhatTheBuildWorkedOut() {
        boolean packaged = "jar"
                .equals(Objects.requireNonNull(Werkgraaf.class.getResource("Werkgraaf.class"))
                        .getProtocol());
        if (packaged && System.getProperty(AotDetector.AOT_ENABLED) == null) {
            System.setProperty(AotDetector.AOT_ENABLED, "true");
        }
    }
}
