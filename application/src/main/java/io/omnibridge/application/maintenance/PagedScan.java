package io.omnibridge.application.maintenance;

import io.omnibridge.application.port.ScanCursor;
import io.omnibridge.application.port.ScanPage;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Reads all pages of a scan, one after the other. */
public final class PagedScan {

    /** Small enough for a page to fit in memory when every account has credentials of the maximum size. */
    static final int PAGE_SIZE = 200;

    private PagedScan() {}

    /**
     * Passes every item to {@code visit}, and every page to {@code afterPage} once its items were visited.
     *
     * @param scan one of the methods of {@link io.omnibridge.application.port.AccountScan}
     * @return how many rows were skipped as unreadable
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not answer
     */
    public static <T> long forEach(
            BiFunction<ScanCursor, Integer, ScanPage<T>> scan, Consumer<T> visit, Consumer<ScanPage<T>> afterPage) {
        long unreadable = 0;
        Optional<ScanCursor> cursor = Optional.of(ScanCursor.START);
        while (cursor.isPresent()) {
            ScanPage<T> page = scan.apply(cursor.get(), PAGE_SIZE);
            page.items().forEach(visit);
            unreadable += page.unreadable();
            afterPage.accept(page);
            cursor = page.next();
        }
        return unreadable;
    }
}
