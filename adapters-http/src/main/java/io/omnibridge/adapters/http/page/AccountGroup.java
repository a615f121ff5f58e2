package io.omnibridge.adapters.http.page;

import java.util.ArrayList;
import java.util.List;

/** The accounts of one page at one provider. */
public record AccountGroup(String providerName, List<AccountCard> accounts) {

    public AccountGroup {
        accounts = List.copyOf(accounts);
    }

    /** Groups accounts that are ordered by provider. */
    static List<AccountGroup> of(List<AccountCard> cards) {
        List<AccountGroup> groups = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= cards.size(); i++) {
            if (i == cards.size()
                    || !cards.get(i).providerId().equals(cards.get(from).providerId())) {
                groups.add(new AccountGroup(cards.get(from).providerName(), cards.subList(from, i)));
                from = i;
            }
        }
        return groups;
    }
}
