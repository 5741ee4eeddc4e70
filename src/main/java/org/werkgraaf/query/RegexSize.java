package org.werkgraaf.query;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Estimates how many states a regular expression has, before it is compiled: counted repetitions multiply, so that
 * {@code ((a&#123;1000&#125;)&#123;1000&#125;)&#123;1000&#125;} would fill the memory.
 */
final class RegexSize {
    private static final long MAX = 20_000;
    private static final Pattern COUNT = Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?}");

    private RegexSize() {}

    static boolean isTooLarge(String pattern) {
        return pattern.length() > MAX || of(pattern) > MAX;
    }

    private static long of(String pattern) {
        Deque<Long> groups = new ArrayDeque<>();
        long total = 0;
        long last = 0;
        Matcher count = COUNT.matcher(pattern);
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '{' && count.region(i, pattern.length()).lookingAt()) {
                String most = count.group(2) == null || count.group(2).isEmpty() ? count.group(1) : count.group(2);
                long times = Math.max(1, Math.min(MAX, Long.parseLong(most)));
                total = Math.min(2 * MAX, total - last + last * times);
                last = Math.min(2 * MAX, last * times);
                i = count.end() - 1;
            } else if (c == '(') {
                groups.push(total);
                total = 0;
                last = 0;
            } else if (c == ')' && !groups.isEmpty()) {
                last = total + 1;
                total = Math.min(2 * MAX, groups.pop() + last);
            } else {
                if (c == '\\') {
                    i++;
                }
                last = 1;
                total = Math.min(2 * MAX, total + 1);
            }
        }
        // A group that is never closed does not compile.
        return groups.isEmpty() ? total : 1;
    }
}
