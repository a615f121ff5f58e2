package io.omnibridge.adapters.store.scan;

import io.omnibridge.application.port.ScanCursor;
import io.omnibridge.application.port.ScanPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Result of a whole scan. */
public record ScannedVault<T>(List<T> items, long unreadable) {

    public static <T> ScannedVault<T> of(BiFunction<ScanCursor, Integer, ScanPage<T>> pages, int limit) {
        List<T> items = new ArrayList<>();
        long unreadable = 0;
        Optional<ScanCursor> position = Optional.of(ScanCursor.START);
        while (position.isPresent()) {
            ScanPage<T> page = pages.apply(position.get(), limit);
            items.addAll(page.items());
            unreadable += page.unreadable();
            position = page.next();
        }
        return new ScannedVault<>(items, unreadable);
    }

    public Set<String> names(Function<T, String> name) {
        return items.stream().map(name).collect(Collectors.toSet());
    }
}
