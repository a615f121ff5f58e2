package io.omnibridge.application.port;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.LATER;
import static io.omnibridge.application.port.Samples.NOTION;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.port.Samples.obligation;
import static io.omnibridge.domain.revocation.RevocationScope.GRANT;
import static io.omnibridge.domain.revocation.RevocationScope.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.Obligation;
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
public interface SweptObligationsContract extends VaultContract {

    SealedToken RESEALED_TOKEN = new SealedToken(new byte[] {0, 1, -1, 13, 10});

    @Test
    @Tag("C5")
    default void resealing_changes_the_sealed_token_and_nothing_else() {
        Obligation owed = obligation(account(key(ALICE, GOOGLE, "work")), TOKEN);
        Obligation other = obligation(account(key(BOB, GOOGLE, "work")), TOKEN);
        add(owed);
        add(other);

        assertTrue(sweep().reseal(owed, RESEALED_TOKEN));

        Obligation resealed = owed.sealedAnew(RESEALED_TOKEN);
        assertEquals(List.of(resealed, other), sweptObligations(10));
        assertEquals(List.of(AuditOutcome.BEGUN), outcomes(ALICE));
        assertFalse(sweep().reseal(owed, RESEALED_TOKEN));
        assertTrue(obligations().replace(resealed, resealed.postponedTo(LATER)));
        assertFalse(sweep().reseal(resealed, owed.sealed()));
        settle(owed);
        assertFalse(sweep().reseal(resealed.postponedTo(LATER), owed.sealed()));
    }

    @Test
    @Tag("C5")
    default void a_sweep_goes_on_in_another_process_and_meets_every_obligation() {
        Set<Obligation> owed = new HashSet<>();
        IntStream.range(0, 12).forEach(i -> {
            UserId user = new UserId(i % 2 == 0 ? "{" + i + "}:head" : "user." + i);
            owed.add(obligation(account(key(user, GOOGLE, "work")), TOKEN));
            owed.add(obligation(account(key(user, NOTION, "work")), GRANT));
        });
        owed.forEach(this::add);

        for (int limit : List.of(1, 5, 10_000)) {
            Set<Obligation> met = new HashSet<>();
            Optional<SweepPosition> position = Optional.of(SweepPosition.START);
            for (int turn = 0; position.isPresent(); turn++) {
                SweepPosition printed = new SweepPosition(position.get().value());
                SweepPage<Obligation> page =
                        (turn % 2 == 0 ? sweep() : sweepOfAnotherProcess()).obligations(printed, limit);
                met.addAll(page.items());
                position = page.next();
            }
            assertEquals(owed, met);
        }
    }

    @Test
    default void obligations_that_come_and_go_hide_none_that_stay() {
        List<Obligation> staying = new ArrayList<>();
        IntStream.range(0, 6)
                .forEach(i -> staying.add(obligation(account(key(new UserId("user-" + i), GOOGLE, "work")), TOKEN)));
        staying.forEach(this::add);
        Set<Obligation> met = new HashSet<>();

        Optional<SweepPosition> position = Optional.of(SweepPosition.START);
        for (int page = 0; position.isPresent() && page < 1_000; page++) {
            UserId user = new UserId("user-" + page % 6);
            Obligation passing = obligation(account(key(user, NOTION, "work")), TOKEN);
            if (page < 30) {
                add(passing);
            }
            SweepPage<Obligation> swept = sweep().obligations(position.get(), 1);
            met.addAll(swept.items());
            settle(passing);
            position = swept.next();
        }

        assertTrue(met.containsAll(staying));
        assertEquals(staying, sweptObligations(3));
    }

    @Test
    default void a_position_among_others_is_none_among_obligations() {
        link(account(key(ALICE, GOOGLE, "work")));
        link(account(key(BOB, GOOGLE, "work")));
        SweepPosition account = sweep().accounts(SweepPosition.START, 1).next().orElseThrow();

        assertThrows(InvalidValue.class, () -> sweep().obligations(account, 1));
        for (String malformed : List.of("junk", "o", "o.a", "io.!.", "io.YQ.YQ", "START", "0")) {
            assertThrows(InvalidValue.class, () -> sweep().obligations(new SweepPosition(malformed), 1), malformed);
        }
    }

    @Test
    @Tag("O17")
    default void erasing_a_user_leaves_no_obligation() {
        Obligation owed = obligation(account(key(ALICE, GOOGLE, "work")), TOKEN);
        Obligation bobs = obligation(account(key(BOB, GOOGLE, "work")), TOKEN);
        add(owed);
        add(bobs);

        assertEquals(new ErasedUser(0, 1), sweep().erase(ALICE));

        assertEquals(List.of(bobs), sweptObligations(10));
        assertFalse(settle(owed));
        assertTrue(add(owed));
        assertEquals(List.of(owed, bobs), sweptObligations(10));
    }
}
