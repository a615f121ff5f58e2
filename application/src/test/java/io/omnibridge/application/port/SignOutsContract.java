package io.omnibridge.application.port;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.REQUEST;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.key;
import static java.util.Collections.frequency;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.Actor;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.identity.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every {@link SignOuts} must do. */
@Tag("W1")
public interface SignOutsContract extends ScanContract {

    /** Returns the sign-outs of the same store. */
    SignOuts signOuts();

    default void signOut(UserId user, Instant at) {
        signOuts().signOut(user, signingOut(user, at));
    }

    static AuditedAction signingOut(UserId user, Instant at) {
        return new AuditedAction(
                ActionKind.SIGN_OUT,
                at,
                user,
                new Actor.Operator("users_sign_out"),
                Optional.empty(),
                Optional.empty(),
                REQUEST);
    }

    @Test
    default void a_user_signs_out_and_no_other_does() {
        link(account(key(ALICE, GOOGLE, "work")));
        link(account(key(BOB, GOOGLE, "work")));

        signOut(ALICE, NOW);

        assertEquals(Optional.of(NOW), signOuts().lastOf(ALICE));
        assertEquals(Optional.empty(), signOuts().lastOf(BOB));
        assertEquals(1, keys(ALICE).size());
    }

    @Test
    default void a_user_of_whom_the_store_has_nothing_signs_out() {
        signOut(ALICE, NOW);

        assertEquals(Optional.of(NOW), signOuts().lastOf(ALICE));
        assertEquals(List.of("alice"), scannedUsers(10));
    }

    @Test
    default void the_time_is_in_milliseconds() {
        signOut(ALICE, NOW.plusNanos(999_999));

        assertEquals(Optional.of(NOW), signOuts().lastOf(ALICE));
    }

    @Test
    default void the_last_sign_out_counts_in_whatever_order_they_arrive() {
        signOut(ALICE, NOW);
        signOut(ALICE, NOW.plusMillis(2));
        signOut(ALICE, NOW.plusMillis(1));

        assertEquals(Optional.of(NOW.plusMillis(2)), signOuts().lastOf(ALICE));
    }

    @Test
    @Tag("U1")
    default void every_sign_out_is_an_event_of_the_log_of_changes() {
        signOut(ALICE, NOW.plusMillis(1));
        signOut(ALICE, NOW);

        assertEquals(
                List.of(
                        signingOut(ALICE, NOW).withOutcome(AuditOutcome.SIGNED_OUT),
                        signingOut(ALICE, NOW.plusMillis(1)).withOutcome(AuditOutcome.SIGNED_OUT)),
                auditLog().list(ALICE, AuditPage.FROM_NEWEST, 10).events());
    }

    @Test
    default void concurrent_sign_outs_and_changes_are_all_kept_and_the_last_time_counts() throws Exception {
        int writers = 8;

        Race.of(writers, i -> {
            signOut(ALICE, NOW.plusMillis(i));
            return link(account(key(ALICE, GOOGLE, "a" + i)));
        });

        assertEquals(Optional.of(NOW.plusMillis(writers - 1)), signOuts().lastOf(ALICE));
        assertEquals(writers, frequency(outcomes(ALICE), AuditOutcome.SIGNED_OUT));
        assertEquals(writers, keys(ALICE).size());
    }

    @Test
    default void an_erased_user_stays_signed_out() {
        signOut(ALICE, NOW);

        assertEquals(new ErasedUser(0, 1), scan().erase(ALICE));
        signOuts().removeForgotten();

        assertEquals(Optional.of(NOW), signOuts().lastOf(ALICE));
        assertEquals(List.of(), scannedUsers(10));
        assertEquals(List.of(), outcomes(ALICE));
        assertEquals(new ErasedUser(0, 0), scan().erase(ALICE));
        assertEquals(Optional.of(NOW), signOuts().lastOf(ALICE));
    }

    @Test
    default void an_erased_user_who_never_signed_out_leaves_nothing() {
        link(account(key(ALICE, GOOGLE, "work")));

        scan().erase(ALICE);

        assertEquals(Optional.empty(), signOuts().lastOf(ALICE));
    }

    @Test
    default void an_erased_user_who_comes_back_never_signs_out_earlier_than_before() {
        signOut(ALICE, NOW);
        scan().erase(ALICE);

        signOut(ALICE, NOW.minusMillis(1));
        assertEquals(Optional.of(NOW), signOuts().lastOf(ALICE));
        signOut(ALICE, NOW.plusMillis(1));
        assertEquals(Optional.of(NOW.plusMillis(1)), signOuts().lastOf(ALICE));
    }

    @Test
    default void a_sign_out_beside_an_erasure_is_never_lost() throws Exception {
        for (int round = 0; round < 10; round++) {
            Instant at = NOW.plusMillis(round);
            Race.of(3, i -> {
                if (i == 0) {
                    scan().erase(ALICE);
                } else {
                    signOut(ALICE, at);
                }
                return i;
            });

            assertEquals(Optional.of(at), signOuts().lastOf(ALICE));
        }
    }
}
