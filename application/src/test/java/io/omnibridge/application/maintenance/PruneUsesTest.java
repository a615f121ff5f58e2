package io.omnibridge.application.maintenance;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.omnibridge.application.port.AccountScan;
import io.omnibridge.application.port.ScanCursor;
import io.omnibridge.application.port.ScanPage;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.port.UseLog;
import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.identity.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("U6")
class PruneUsesTest {

    private static final UserId CAROL = new UserId("carol");
    private static final Duration RETENTION = Duration.ofDays(90);
    private static final Instant BEFORE = NOW.minus(RETENTION);

    private final AccountScan scan = mock();
    private final UseLog useLog = mock();
    private final PruneUses pruneUses = new PruneUses(scan, useLog, RETENTION, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void the_logs_of_all_users_are_pruned_to_the_retention() {
        scanReturns(ScanCursor.START, new ScanPage<>(List.of(ALICE, BOB), 1, Optional.of(new ScanCursor("2"))));
        scanReturns(new ScanCursor("2"), new ScanPage<>(List.of(CAROL), 0, Optional.empty()));
        when(useLog.prune(ALICE, BEFORE)).thenReturn(3L);
        when(useLog.prune(CAROL, BEFORE)).thenReturn(4L);

        assertEquals(new PruneUsesResult(7, 1), pruneUses.prune());
        verify(useLog).prune(BOB, BEFORE);
    }

    @Test
    void a_log_that_cannot_be_read_does_not_stop_the_others() {
        scanReturns(ScanCursor.START, new ScanPage<>(List.of(ALICE, BOB), 0, Optional.empty()));
        when(useLog.prune(ALICE, BEFORE)).thenThrow(new IllegalStateException("row"));
        when(useLog.prune(BOB, BEFORE)).thenReturn(2L);

        assertEquals(new PruneUsesResult(2, 1), pruneUses.prune());
    }

    @Test
    void a_store_that_is_down_ends_the_run() {
        scanReturns(ScanCursor.START, new ScanPage<>(List.of(ALICE, BOB), 0, Optional.empty()));
        when(useLog.prune(ALICE, BEFORE)).thenThrow(new StoreUnavailable("down"));

        assertThrows(StoreUnavailable.class, pruneUses::prune);
        verify(useLog, never()).prune(BOB, BEFORE);
    }

    @Test
    void the_retention_is_at_least_a_day() {
        Clock clock = Clock.systemUTC();

        assertThrows(
                InvalidValue.class,
                () -> new PruneUses(scan, useLog, Duration.ofDays(1).minusMillis(1), clock));
    }

    private void scanReturns(ScanCursor after, ScanPage<UserId> page) {
        when(scan.users(eq(after), anyInt())).thenReturn(page);
    }
}
