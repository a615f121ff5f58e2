package io.omnibridge.benchmarks.result;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A section as a table in Markdown: the medians, and for what is compared the median of the ratios, round by round, with
 * the least and the greatest.
 */
final class SectionTable {

    private static final Set<Metric> NOT_COMPARED = Set.of(Metric.P50_MILLIS);
    private static final String NOTHING = "";

    private final Section section;

    SectionTable(Section section) {
        this.section = section;
    }

    String markdown() {
        StringBuilder table = new StringBuilder("### " + section.title() + "\n\n");
        if (!section.note().isEmpty()) {
            table.append(section.note()).append("\n\n");
        }
        table.append(line(header()))
                .append(line(header().stream()
                        .map(name -> name.equals(header().get(0)) ? "---" : "---:")
                        .toList()));
        section.measured().forEach(measured -> table.append(line(row(measured))));
        return table.toString();
    }

    private List<String> header() {
        List<String> header = new ArrayList<>(List.of("contender"));
        for (Metric metric : metrics()) {
            header.add(metric.title());
            if (compared(metric)) {
                header.add("× floor");
                if (hasPeers()) {
                    header.add("× peer");
                }
            }
        }
        return header;
    }

    private List<String> row(Measured measured) {
        List<String> row = new ArrayList<>(List.of(measured.contender()));
        for (Metric metric : metrics()) {
            Figures figures = measured.figures().get(metric);
            row.add(figures == null ? NOTHING : metric.format(figures.median()));
            if (compared(metric)) {
                row.add(ratio(measured, measured.floor(), metric));
                if (hasPeers()) {
                    row.add(ratio(measured, measured.peer(), metric));
                }
            }
        }
        return row;
    }

    private String ratio(Measured measured, String reference, Metric metric) {
        if (reference.isEmpty() || reference.equals(measured.contender())) {
            return NOTHING;
        }
        Figures figures = measured.figures().get(metric);
        Figures others = section.named(reference).figures().get(metric);
        if (figures == null || others == null) {
            return NOTHING;
        }
        Figures ratio = figures.ratioTo(others);
        return String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", ratio.median(), ratio.least(), ratio.greatest());
    }

    private Set<Metric> metrics() {
        return section.measured().stream()
                .map(measured -> measured.figures().keySet())
                .flatMap(Collection::stream)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Metric.class)));
    }

    private boolean compared(Metric metric) {
        return !NOT_COMPARED.contains(metric);
    }

    private boolean hasPeers() {
        return section.measured().stream().anyMatch(measured -> !measured.peer().isEmpty());
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
