package io.omnibridge.application.use;

import io.omnibridge.application.port.UsePage;
import io.omnibridge.domain.identity.LeaseId;
import java.util.Map;
import java.util.Objects;

/**
 * A page of receipts with the labels of their leases.
 *
 * @param labels the labels of the leases of the page that were not removed
 */
public record LabelledUses(UsePage page, Map<LeaseId, String> labels) {
    public LabelledUses {
        Objects.requireNonNull(page, "page");
        labels = Map.copyOf(labels);
    }
}
