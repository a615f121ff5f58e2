package io.omnibridge.adapters.providers.yaml;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members of a mapping, perhaps over those of another one, whose values stand where this one says nothing. A member that
 * is {@code null} says that there is nothing, whatever the other one says. Remembers which members somebody asked for.
 */
public final class Members {

    private final Value whole;
    private final Map<String, Value> own;
    private final @Nullable Members below;
    private final Set<String> known = new HashSet<>();

    Members(Value whole, Map<String, Value> own) {
        this(whole, own, null);
    }

    private Members(Value whole, Map<String, Value> own, @Nullable Members below) {
        this.whole = whole;
        this.own = own;
        this.below = below;
    }

    /** These over {@code others}. */
    public Members over(Members others) {
        return new Members(whole, own, others);
    }

    /** The member of that name, here or below; empty if there is none, or it is {@code null}. */
    public Optional<Value> find(String name) {
        known.add(name);
        Value value = own.get(name);
        if (value == null) {
            return below == null ? Optional.empty() : below.find(name);
        }
        return Optional.of(value).filter(there -> !there.isNull());
    }

    /** The same; a problem if there is none. */
    public Optional<Value> require(String name) {
        Optional<Value> value = find(name);
        if (value.isEmpty()) {
            refuse("must have the member " + name);
        }
        return value;
    }

    /** Says what is wrong with the mapping as a whole. */
    public void refuse(String words) {
        whole.refuse(words);
    }

    /** Every member of this mapping itself, by name, all of which are known from here on. */
    public Map<String, Value> all() {
        known.addAll(own.keySet());
        return new LinkedHashMap<>(own);
    }

    /** Makes every member of this mapping itself that nobody asked for a problem. */
    public void refuseUnknown() {
        own.forEach((name, value) -> {
            if (!known.contains(name)) {
                value.refuse("is no member that there is");
            }
        });
    }
}
