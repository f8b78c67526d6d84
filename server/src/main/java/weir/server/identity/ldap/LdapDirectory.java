// SPDX-License-Identifier: Apache-2.0
package weir.server.identity.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import java.io.IOException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import weir.server.identity.Directory;
import weir.server.identity.Origin;
import weir.server.identity.Outside;
import weir.server.identity.Refusal;

/**
 * A directory that is asked over TLS. A person is found by their name and proves who they are by a bind with their own
 * DN and password, on a connection of its own.
 */
public final class LdapDirectory implements Directory {

    private static final int MILLISECONDS = 5_000;

    /** Octets of one answer: a person with 2,000 groups has less. */
    private static final int MOST_OCTETS = 1 << 20;

    private final LdapSettings settings;
    private final SSLContext trusting;

    /** @param trusting believes the authority of the directory */
    public LdapDirectory(LdapSettings settings, SSLContext trusting) {
        this.settings = settings;
        this.trusting = trusting;
    }

    @Override
    public Optional<Outside> bind(String name, String password) throws IOException {
        if (password.isEmpty()) { // many directories take this for a bind by nobody, and agree
            return Optional.empty();
        }
        try {
            Optional<SearchResultEntry> person = person(name);
            return person.isPresent() && binds(person.get().getDN(), password)
                    ? Optional.of(outside(person.get(), name))
                    : Optional.empty();
        } catch (LDAPException e) {
            throw new Refusal(
                    Refusal.Sort.AWAY,
                    "The directory cannot be asked now (" + e.getResultCode().getName() + "); local accounts work.");
        }
    }

    private Optional<SearchResultEntry> person(String name) throws LDAPException {
        Filter filter = Filter.createANDFilter(
                Filter.create(settings.people()), Filter.createEqualityFilter(settings.name(), name));
        SearchRequest search = new SearchRequest(
                settings.base(), SearchScope.SUB, filter, settings.subject(), settings.shown(), settings.groups());
        search.setSizeLimit(2);
        try (LDAPConnection connection = connected()) {
            connection.bind(settings.reader(), settings.readerPassword());
            List<SearchResultEntry> found =
                    Objects.requireNonNull(connection.search(search).getSearchEntries());
            return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
        } catch (LDAPException e) {
            if (e.getResultCode().equals(ResultCode.SIZE_LIMIT_EXCEEDED)) { // more than one of that name
                return Optional.empty();
            }
            throw e;
        }
    }

    private boolean binds(String dn, String password) throws LDAPException {
        try (LDAPConnection connection = connected()) {
            connection.bind(dn, password);
            return true;
        } catch (LDAPException e) {
            if (e.getResultCode().equals(ResultCode.INVALID_CREDENTIALS)) {
                return false;
            }
            throw e;
        }
    }

    private LDAPConnection connected() throws LDAPException {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis(MILLISECONDS);
        options.setResponseTimeoutMillis(MILLISECONDS);
        options.setMaxMessageSize(MOST_OCTETS);
        options.setFollowReferrals(false);
        options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(false));
        if (!settings.startTls()) {
            return new LDAPConnection(trusting.getSocketFactory(), options, settings.host(), settings.port());
        }
        LDAPConnection connection = new LDAPConnection(options, settings.host(), settings.port());
        try {
            ResultCode begun = connection
                    .processExtendedOperation(new StartTLSExtendedRequest(trusting))
                    .getResultCode();
            if (!begun.equals(ResultCode.SUCCESS)) {
                throw new LDAPException(begun, "no TLS");
            }
            return connection;
        } catch (LDAPException e) {
            connection.close();
            throw e;
        }
    }

    private Outside outside(SearchResultEntry person, String typed) throws Refusal {
        byte[] subject = person.getAttributeValueBytes(settings.subject());
        if (subject == null) {
            throw new Refusal(
                    Refusal.Sort.AWAY,
                    "The directory does not say " + settings.subject() + " of people; see its settings.");
        }
        String shown = person.getAttributeValue(settings.shown());
        Set<String> groups = new LinkedHashSet<>();
        String[] all = person.getAttributeValues(settings.groups());
        for (int i = 0; all != null && i < Math.min(all.length, Outside.GROUPS); i++) {
            groups.add(all[i]);
        }
        return new Outside(
                Origin.LDAP,
                HexFormat.of().formatHex(subject),
                typed.toLowerCase(Locale.ROOT),
                shown == null ? typed : shown,
                groups,
                false);
    }
}
