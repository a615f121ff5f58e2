package io.omnibridge.application.port;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.LATER;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.port.Samples.renewed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountLabel;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The label of an account is kept with it, replaced with it, and gone with it. */
@Tag("L2")
public interface LabelContract extends StoreContract {

    AccountKey LABELLED = key(ALICE, GOOGLE, "labelled");

    @Test
    default void an_account_is_found_with_its_label() {
        Account account = labelled(account(LABELLED), "ali\u010dka@example.org \ud83d\ude00 \"'\\");
        link(account);

        assertEquals(Optional.of(account), store().find(LABELLED));
        assertEquals(Optional.of(account.metadata()), store().findMetadata(LABELLED));
        assertEquals(List.of(account.metadata()), Listing.all(store(), ALICE));
    }

    @Test
    default void a_new_link_and_a_refresh_replace_the_label() {
        Account first = labelled(account(LABELLED), "first");
        link(first);
        Account renewed = labelled(renewed(first, LATER), "second");
        renew(first, renewed);
        assertEquals(Optional.of(new AccountLabel("second")), label());

        store().recordView(LABELLED, renewed.version(), LATER.plusMillis(1));
        assertEquals(Optional.of(new AccountLabel("second")), label());

        link(labelled(account(LABELLED), "third"));
        assertEquals(Optional.of(new AccountLabel("third")), label());
    }

    @Test
    default void an_account_that_is_linked_again_without_a_label_keeps_the_one_it_has() {
        link(labelled(account(LABELLED), "first"));

        LinkResult.Replaced again = assertInstanceOf(LinkResult.Replaced.class, link(account(LABELLED)));

        assertEquals(Optional.of(new AccountLabel("first")), again.account().label());
        assertEquals(Optional.of(new AccountLabel("first")), label());
    }

    @Test
    default void a_label_ends_with_its_account() {
        Account first = labelled(account(LABELLED), "first");
        link(first);
        unlink(first);

        link(account(LABELLED));

        assertEquals(Optional.empty(), label());
    }

    private Optional<AccountLabel> label() {
        return store().findMetadata(LABELLED).orElseThrow().label();
    }

    private static Account labelled(Account account, String label) {
        return new Account(account.metadata().withLabel(Optional.of(new AccountLabel(label))), account.credentials());
    }
}
