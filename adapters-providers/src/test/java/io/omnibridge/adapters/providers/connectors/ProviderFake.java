package io.omnibridge.adapters.providers.connectors;

import io.omnibridge.adapters.providers.testing.StrictApi;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Strict fake of a provider's API with items 1, 2, 3 and so on, for {@link ConnectorContract}. A subclass serves the endpoints of
 * one source: it writes an item as the provider does, gives pages by the provider's own cursor, and parses each query with the
 * provider's grammar. It throws an {@link AssertionError} at a query that has anything but words in it. Every search finds all items,
 * whatever its words. Thread-safe.
 */
public abstract class ProviderFake implements AutoCloseable {

    private final StrictApi api;
    private final Set<String> cursors = ConcurrentHashMap.newKeySet();
    private volatile int items = 1;
    private volatile String title = "Plan";
    private volatile boolean beginsWithAnEmptyPage;
    private volatile List<String> words = List.of();
    private volatile int largestPage;

    protected ProviderFake(StrictApi api) {
        this.api = api;
    }

    /** One page. */
    protected record Numbers(List<Integer> items, Optional<String> next) {}

    /** Returns the id that the connector gives an item. */
    public abstract String id(int number);

    /** Returns the API, for answers out of order and for what it received. */
    public final StrictApi api() {
        return api;
    }

    /** Lets searches find items 1 to {@code count}. */
    public final void haveItems(int count) {
        items = count;
    }

    /** Gives item 1 another title. */
    public final void titled(String text) {
        title = text;
    }

    /** Lets the first page of each search be empty, although there are others. */
    public final void beginWithAnEmptyPage() {
        beginsWithAnEmptyPage = true;
    }

    /** Returns the words that the last query had, as the provider's grammar reads them. */
    public final List<String> words() {
        return words;
    }

    /** Returns the largest page size that a request asked for. */
    public final int largestPage() {
        return largestPage;
    }

    /** Returns the title of an item: {@code Plan} unless a test gave item 1 another, {@code Plan 2} and so on. */
    protected final String title(int number) {
        return number == 1 ? title : "Plan " + number;
    }

    /** Returns whether there is an item; others are unknown to the provider. */
    protected final boolean has(int number) {
        return number >= 1 && number <= items;
    }

    /** Returns the number of the item that has an id; 0 if there is none. */
    protected final int number(String id) {
        return IntStream.rangeClosed(1, items)
                .filter(it -> id(it).equals(id))
                .findFirst()
                .orElse(0);
    }

    /** Keeps the words of a query that was parsed. */
    protected final void note(List<String> parsed) {
        words = List.copyOf(parsed);
    }

    /**
     * Returns a page by an opaque cursor.
     *
     * @param cursor a {@link Numbers#next} of this fake, else the request is a violation; empty for the first page
     */
    protected final Numbers page(Optional<String> cursor, int size) {
        if (cursor.isPresent() && !cursors.contains(cursor.get())) {
            throw new AssertionError("a cursor that the provider did not give: " + cursor.get());
        }
        if (cursor.isEmpty() && beginsWithAnEmptyPage) {
            return new Numbers(List.of(), Optional.of(cursor(0)));
        }
        int from = cursor.map(it -> Integer.parseInt(it.substring(it.indexOf('-') + 1, it.indexOf('='))))
                .orElse(0);
        List<Integer> numbers = page(from, size);
        int to = from + numbers.size();
        return new Numbers(numbers, to < items ? Optional.of(cursor(to)) : Optional.empty());
    }

    private String cursor(int offset) {
        String cursor = "next-" + offset + "=/+&?";
        cursors.add(cursor);
        return cursor;
    }

    /** Returns at most {@code size} numbers of items that follow the first {@code offset}. */
    protected final List<Integer> page(int offset, int size) {
        largestPage = Math.max(largestPage, size);
        return IntStream.rangeClosed(offset + 1, Math.min(offset + size, items))
                .boxed()
                .collect(Collectors.toList());
    }

    @Override
    public final void close() {
        api.close();
    }
}
