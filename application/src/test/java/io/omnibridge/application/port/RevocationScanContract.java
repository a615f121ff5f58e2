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

/** How everybody's obligations are swept, re-sealed and erased. */
public interface RevocationScanContract extends VaultContract {

    SealedToken RESEALED_TOKEN = new SealedToken(new byte[] {0, 1, -1, 13, 10});

    @Test
    @Tag("C5")
    default void resealing_changes_the_sealed_token_and_nothing_else() {
        PendingRevocation owed = pendingRevocation(account(key(ALICE, GOOGLE, "work")), TOKEN);
        PendingRevocation other = pendingRevocation(account(key(BOB, GOOGLE, "work")), TOKEN);
        add(owed);
        add(other);

        assertTrue(scan().reseal(owed, RESEALED_TOKEN));

        PendingRevocation resealed = owed.withSealed(RESEALED_TOKEN);
        assertEquals(List.of(resealed, other), scannedRevocations(10));
        assertEquals(List.of(AuditOutcome.BEGUN), outcomes(ALICE));
        assertFalse(scan().reseal(owed, RESEALED_TOKEN));
        assertTrue(pendingRevocations().replace(resealed, resealed.afterFailure(LATER)));
        assertFalse(scan().reseal(resealed, owed.sealed()));
        complete(owed);
        assertFalse(scan().reseal(resealed.afterFailure(LATER), owed.sealed()));
    }

    @Test
    @Tag("C5")
    default void a_sweep_goes_on_in_another_process_and_meets_every_obligation() {
        Set<PendingRevocation> owed = new HashSet<>();
        IntStream.range(0, 12).forEach(i -> {
            UserId user = new UserId(i % 2 == 0 ? "{" + i + "}:head" : "user." + i);
            owed.add(pendingRevocation(account(key(user, GOOGLE, "work")), TOKEN));
            owed.add(pendingRevocation(account(key(user, NOTION, "work")), GRANT));
        });
        owed.forEach(this::add);

        for (int limit : List.of(1, 5, 10_000)) {
            Set<PendingRevocation> met = new HashSet<>();
            Optional<ScanCursor> position = Optional.of(ScanCursor.START);
            for (int turn = 0; position.isPresent(); turn++) {
                ScanCursor printed = new ScanCursor(position.get().value());
                ScanPage<PendingRevocation> page =
                        (turn % 2 == 0 ? scan() : scanOfAnotherProcess()).pendingRevocations(printed, limit);
                met.addAll(page.items());
                position = page.next();
            }
            assertEquals(owed, met);
        }
    }

    @Test
    default void obligations_that_come_and_go_hide_none_that_stay() {
        List<PendingRevocation> staying = new ArrayList<>();
        IntStream.range(0, 6)
                .forEach(i ->
                        staying.add(pendingRevocation(account(key(new UserId("user-" + i), GOOGLE, "work")), TOKEN)));
        staying.forEach(this::add);
        Set<PendingRevocation> met = new HashSet<>();

        Optional<ScanCursor> position = Optional.of(ScanCursor.START);
        for (int page = 0; position.isPresent() && page < 1_000; page++) {
            UserId user = new UserId("user-" + page % 6);
            PendingRevocation passing = pendingRevocation(account(key(user, NOTION, "work")), TOKEN);
            if (page < 30) {
                add(passing);
            }
            ScanPage<PendingRevocation> scanned = scan().pendingRevocations(position.get(), 1);
            met.addAll(scanned.items());
            complete(passing);
            position = scanned.next();
        }

        assertTrue(met.containsAll(staying));
        assertEquals(staying, scannedRevocations(3));
    }

    @Test
    default void a_position_among_others_is_none_among_obligations() {
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
    default void erasing_a_user_leaves_no_obligation() {
        PendingRevocation owed = pendingRevocation(account(key(ALICE, GOOGLE, "work")), TOKEN);
        PendingRevocation bobs = pendingRevocation(account(key(BOB, GOOGLE, "work")), TOKEN);
        add(owed);
        add(bobs);

        assertEquals(new ErasedUser(0, 1), scan().erase(ALICE));

        assertEquals(List.of(bobs), scannedRevocations(10));
        assertFalse(complete(owed));
        assertTrue(add(owed));
        assertEquals(List.of(owed, bobs), scannedRevocations(10));
    }
}
