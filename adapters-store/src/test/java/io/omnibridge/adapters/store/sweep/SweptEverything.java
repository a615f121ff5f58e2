package io.omnibridge.adapters.store.sweep;

import io.omnibridge.application.port.SweepPage;
import io.omnibridge.application.port.SweepPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a whole sweep met. */
public record SweptEverything<T>(List<T> items, long unreadable) {

    public static <T> SweptEverything<T> of(BiFunction<SweepPosition, Integer, SweepPage<T>> pages, int limit) {
        List<T> items = new ArrayList<>();
        long unreadable = 0;
        Optional<SweepPosition> position = Optional.of(SweepPosition.START);
        while (position.isPresent()) {
            SweepPage<T> page = pages.apply(position.get(), limit);
            items.addAll(page.items());
            unreadable += page.unreadable();
            position = page.next();
        }
        return new SweptEverything<>(items, unreadable);
    }

    public Set<String> names(Function<T, String> name) {
        return items.stream().map(name).collect(Collectors.toSet());
    }
}
