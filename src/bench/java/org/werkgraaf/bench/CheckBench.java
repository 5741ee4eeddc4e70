package org.werkgraaf.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.util.FileSystemUtils;
import org.werkgraaf.assess.Aspect;
import org.werkgraaf.assess.Assessment;
import org.werkgraaf.assess.Condition;
import org.werkgraaf.assess.Criterion;
import org.werkgraaf.assess.Evaluator;
import org.werkgraaf.assess.Rule;
import org.werkgraaf.assess.Rules;
import org.werkgraaf.assess.Situation;
import org.werkgraaf.assess.Terms;
import org.werkgraaf.vocabulary.ThingId;

/** Checks situations: over HTTP with the packaged norms, and in process with thousands of generated ones. */
public final class CheckBench {
    private static final int WARM = 300;
    /** A service that has been asked for a minute: with fewer, the compiler is still at work. */
    private static final int WARM_OVER_HTTP = 3_000;

    private static final int ROUNDS = 200;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
    private static final List<String> ASKED = List.of(
            "technique=fingerprint-time-registration&jurisdiction=nl",
            "technique=keylogging&jurisdiction=nl&status=employee&persons=80",
            "technique=cv-screening&jurisdiction=be&ai=yes",
            "technique=camera-surveillance&jurisdiction=de&fact=covert:yes",
            "technique=gps-tracking&jurisdiction=it",
            "technique=content-monitoring&jurisdiction=fr&fact=content-read:yes",
            "technique=algorithmic-management&jurisdiction=es&role=platform",
            "technique=platform-deactivation&jurisdiction=nl&status=platform-worker&role=platform",
            "purpose=recruitment-selection&jurisdiction=nl&status=applicant",
            "technique=keylogging&jurisdiction=gb");

    private CheckBench() {}

    /** @param args not used, folder, port */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[1]).resolve("check").toAbsolutePath();
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        StringBuilder table = new StringBuilder("| norms | how | median ms | p99 ms |\n|---|---|---|---|\n");
        for (int norms : List.of(1_000, 10_000, 100_000)) {
            row(table, String.valueOf(norms), "in process", generated(norms), WARM);
        }
        overHttp(table, folder, args[2]);
        Files.writeString(Path.of(args[1]).resolve("results-check.md"), table);
        System.out.print(table);
    }

    /** Each with a day of its own, so that it is worked out, and again for one day, so that it is remembered. */
    private static void overHttp(StringBuilder table, Path folder, String port) throws Exception {
        String base = "http://localhost:" + port;
        try (Child service = Child.start(
                folder.resolve("service.log"),
                "384m",
                BenchService.class.getName(),
                "--server.port=" + port,
                "--werkgraaf.base-url=" + base,
                "--werkgraaf.var=" + folder.resolve("var"))) {
            service.ready(base + "/health/ready");
            Http http = new Http(base);
            AtomicInteger asked = new AtomicInteger();
            for (String address : List.of("/api/v1/assess", "/check")) {
                row(
                        table,
                        "packaged",
                        "HTTP, " + address + ", worked out",
                        tasks(http, address, () -> TODAY.plusDays(asked.incrementAndGet())),
                        WARM_OVER_HTTP);
                row(
                        table,
                        "packaged",
                        "HTTP, " + address + ", remembered",
                        tasks(http, address, () -> TODAY),
                        WARM_OVER_HTTP);
            }
        }
    }

    private static List<Timings.Task> tasks(Http http, String address, Supplier<LocalDate> day) {
        return ASKED.stream()
                .<Timings.Task>map(asked -> () -> http.get(address + "?lang=en&" + asked + "&on=" + day.get()))
                .toList();
    }

    private static void row(StringBuilder table, String norms, String how, List<Timings.Task> tasks, int warm)
            throws Exception {
        Timings.millis(tasks, warm);
        Timings timings = new Timings(Timings.millis(tasks, ROUNDS));
        table.append(
                String.format(Locale.ROOT, "| %s | %s | %.2f | %.2f |%n", norms, how, timings.median(), timings.p99()));
    }

    /** Norms of forty countries on two hundred techniques in a tree, three conditions each, with questions and thresholds. */
    private static List<Timings.Task> generated(int number) {
        Random random = new Random(11);
        Map<ThingId, Set<ThingId>> broader = new HashMap<>();
        for (int i = 1; i < 200; i++) {
            broader.put(technique(i), Set.of(technique(i / 3)));
        }
        for (int i = 0; i < 40; i++) {
            broader.put(country(i), Set.of(new ThingId("jurisdiction", "eu")));
        }
        Terms terms = new Terms(
                broader, Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), List.of(), Map.of(), Set.of());
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            List<Condition> conditions = new ArrayList<>();
            for (int j = 0; j < 3; j++) {
                conditions.add(condition(random, i + "-" + j));
            }
            rules.add(new Rule(new ThingId("obligation", "o" + i), "Obligation", conditions, List.of()));
        }
        Evaluator evaluator = new Evaluator(new Rules(rules, List.of(), terms));
        List<Timings.Task> tasks = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            Situation situation = Situation.on(TODAY)
                    .with(Aspect.TERRITORY, country(random.nextInt(40)))
                    .with(Aspect.TECHNIQUE, technique(1 + random.nextInt(199)))
                    .persons(random.nextInt(300))
                    .build();
            tasks.add(() -> {
                Assessment answer = evaluator.assess(situation);
                evaluator.changes(answer, false);
            });
        }
        return tasks;
    }

    private static Condition condition(Random random, String name) {
        return new Condition(
                new ThingId("condition", "c" + name),
                new ThingId("provision", "p" + name),
                List.of(),
                List.of(
                        new Criterion.OneOf(Aspect.TERRITORY, Set.of(country(random.nextInt(40))), List.of()),
                        new Criterion.OneOf(Aspect.TECHNIQUE, Set.of(technique(1 + random.nextInt(199))), List.of()),
                        new Criterion.Persons(
                                OptionalInt.of(10 * (1 + random.nextInt(20))),
                                OptionalInt.empty(),
                                Optional.empty(),
                                List.of()),
                        new Criterion.Answer(
                                new ThingId("fact", "f" + random.nextInt(300)), random.nextBoolean(), List.of())));
    }

    private static ThingId technique(int number) {
        return new ThingId("technique", "t" + number);
    }

    private static ThingId country(int number) {
        return new ThingId("jurisdiction", "j" + number);
    }
}
