package io.omnibridge.application.port;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.LATER;
import static io.omnibridge.application.port.Samples.NOTION;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.port.Samples.pendingRevocation;
import static io.omnibridge.domain.revocation.RevocationScope.GRANT;
import static io.omnibridge.domain.revocation.RevocationScope.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.SealedToken;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Scans over pending revocations, resealing them, and erasing them. */
public interface RevocationScanContract extends VaultContract {

    SealedToken RESEALED_TOKEN = new SealedToken(new byte[] {0, 1, -1, 13, 10});

    @Test
    @Tag("C5")
    default void resealing_changes_only_the_sealed_token() {
        PendingRevocation revocation = pendingRevocation(account(key(ALICE, GOOGLE, "work")), TOKEN);
        PendingRevocation other = pendingRevocation(account(key(BOB, GOOGLE, "work")), TOKEN);
        add(revocation);
        add(other);

        assertTrue(scan().reseal(revocation, RESEALED_TOKEN));

        PendingRevocation resealed = revocation.withSealed(RESEALED_TOKEN);
        assertEquals(List.of(resealed, other), scannedRevocations(10));
        assertEquals(List.of(AuditOutcome.BEGUN), outcomes(ALICE));
        assertFalse(scan().reseal(revocation, RESEALED_TOKEN));
        assertTrue(pendingRevocations().replace(resealed, resealed.afterFailure(LATER)));
        assertFalse(scan().reseal(resealed, revocation.sealed()));
        complete(revocation);
        assertFalse(scan().reseal(resealed.afterFailure(LATER), revocation.sealed()));
    }

    @Test
    @Tag("C5")
    default void a_scan_of_revocations_continues_in_another_process() {
        Set<PendingRevocation> revocation = new HashSet<>();
        IntStream.range(0, 12).forEach(i -> {
            UserId user = new UserId(i % 2 == 0 ? "{" + i + "}:head" : "user." + i);
            revocation.add(pendingRevocation(account(key(user, GOOGLE, "work")), TOKEN));
            revocation.add(pendingRevocation(account(key(user, NOTION, "work")), GRANT));
        });
        revocation.forEach(this::add);

        for (int limit : List.of(1, 5, 10_000)) {
            Set<PendingRevocation> scanned = new HashSet<>();
            Optional<ScanCursor> cursor = Optional.of(ScanCursor.START);
            for (int turn = 0; cursor.isPresent(); turn++) {
                ScanCursor printed = new ScanCursor(cursor.get().value());
                ScanPage<PendingRevocation> page =
                        (turn % 2 == 0 ? scan() : scanOfAnotherProcess()).pendingRevocations(printed, limit);
                scanned.addAll(page.items());
                cursor = page.next();
            }
            assertEquals(revocation, scanned);
        }
    }

    @Test
    default void added_and_removed_revocations_hide_no_other() {
        List<PendingRevocation> kept = new ArrayList<>();
        IntStream.range(0, 6)
                .forEach(i ->
                        kept.add(pendingRevocation(account(key(new UserId("user-" + i), GOOGLE, "work")), TOKEN)));
        kept.forEach(this::add);
        Set<PendingRevocation> scanned = new HashSet<>();

        Optional<ScanCursor> cursor = Optional.of(ScanCursor.START);
        for (int page = 0; cursor.isPresent() && page < 1_000; page++) {
            UserId user = new UserId("user-" + page % 6);
            PendingRevocation passing = pendingRevocation(account(key(user, NOTION, "work")), TOKEN);
            if (page < 30) {
                add(passing);
            }
            ScanPage<PendingRevocation> scannedPage = scan().pendingRevocations(cursor.get(), 1);
            scanned.addAll(scannedPage.items());
            complete(passing);
            cursor = scannedPage.next();
        }

        assertTrue(scanned.containsAll(kept));
        assertEquals(kept, scannedRevocations(3));
    }

    @Test
    default void a_cursor_of_another_scan_is_refused_for_revocations() {
        link(account(key(ALICE, GOOGLE, "work")));
        link(account(key(BOB, GOOGLE, "work")));
        ScanCursor account = scan().accounts(ScanCursor.START, 1).next().orElseThrow();

        assertThrows(InvalidValue.class, () -> scan().pendingRevocations(account, 1));
        for (String malformed : List.of("junk", "o", "o.a", "io.!.", "io.YQ.YQ", "START", "0")) {
            assertThrows(InvalidValue.class, () -> scan().pendingRevocations(new ScanCursor(malformed), 1), malformed);
        }
    }

    @Test
    @Tag("O17")
    default void erasing_a_user_removes_pending_revocations() {
        PendingRevocation revocation = pendingRevocation(account(key(ALICE, GOOGLE, "work")), TOKEN);
        PendingRevocation bobs = pendingRevocation(account(key(BOB, GOOGLE, "work")), TOKEN);
        add(revocation);
        add(bobs);

        assertEquals(new ErasedUser(0, 1), scan().erase(ALICE));

        assertEquals(List.of(bobs), scannedRevocations(10));
        assertFalse(complete(revocation));
        assertTrue(add(revocation));
        assertEquals(List.of(revocation, bobs), scannedRevocations(10));
    }
}
