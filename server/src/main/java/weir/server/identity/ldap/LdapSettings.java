// SPDX-License-Identifier: Apache-2.0
package weir.server.identity.ldap;

/**
 * Where a directory is, and how people are found in it.
 *
 * @param startTls begins TLS on the plain port; otherwise TLS is there from the first octet. Without TLS is not possible
 * @param reader DN of the account that looks for people
 * @param base under which they are looked for
 * @param people filter of those who may sign in: {@code (objectClass=person)}
 * @param name attribute with the name that they type: {@code uid}, {@code sAMAccountName}
 * @param subject attribute that never changes: {@code entryUUID}, {@code objectGUID}
 * @param shown attribute with the name in words: {@code cn}, {@code displayName}
 * @param groups attribute with the groups they are in: {@code memberOf}
 */
public record LdapSettings(
        String host,
        int port,
        boolean startTls,
        String reader,
        String readerPassword,
        String base,
        String people,
        String name,
        String subject,
        String shown,
        String groups) {

    @Override
    public String toString() {
        return (startTls ? "ldap+starttls://" : "ldaps://") + host + ":" + port + "/" + base;
    }
}
