using System.Data.Common;
using NewsExtract.Storage.Search;
using NewsExtract.Storage.Writing;

namespace NewsExtract.Storage;

/// <summary>What differs between the databases; all else is one SQL. Safe for concurrent use: every call opens a connection of its own.</summary>
internal abstract class Database : IDisposable
{
    /// <summary>Of migrations that are this database's alone: <c>0002-search.sqlite.sql</c>.</summary>
    public abstract string Dialect { get; }

    /// <exception cref="StoreException">NX3001 to NX3004.</exception>
    public abstract DbConnection Open();

    /// <summary>A connection for what goes over the whole store: no question and no wait of it is ended for the time that it takes.</summary>
    /// <exception cref="StoreException">NX3001 to NX3004.</exception>
    public virtual DbConnection OpenUnhurried() => Open();

    /// <summary>A connection on which the database refuses to write.</summary>
    /// <exception cref="StoreException">NX3001 to NX3004.</exception>
    public abstract DbConnection OpenReadOnly();

    /// <summary>A question of the user's own on a connection of <see cref="OpenReadOnly"/>: it can't write, whatever it says.</summary>
    public abstract DbCommand CreateQuestion(DbConnection connection, string sql);

    /// <summary>From the common text of a migration to this database's.</summary>
    public abstract string Translate(string migration);

    /// <summary>Whether there is a table of that name where the store's are or would be.</summary>
    public abstract bool HasTable(DbConnection connection, DbTransaction? transaction, string name);

    /// <summary>Begins a transaction that no other writer of one of the same <paramref name="subjects"/> overlaps: what it reads stays true until it commits.</summary>
    /// <param name="subjects">Documents' ids, <see cref="WholeStore"/>, or <see cref="StoreKeys.Runs"/>.</param>
    public abstract DbTransaction BeginWriting(DbConnection connection, params IEnumerable<long> subjects);

    /// <summary>Takes one more subject into a transaction of <see cref="BeginWriting"/>. Whoever takes several begins with <see cref="WholeStore"/>, so that no two wait for each other.</summary>
    public abstract void Lock(DbTransaction transaction, long subject);

    /// <summary>The subject of what concerns all documents. No document has a negative id.</summary>
    public const long WholeStore = -1;

    /// <summary>Whether a connection still leads to the database.</summary>
    public virtual bool IsAlive(DbConnection connection) => true;

    /// <summary>Takes a subject for a connection, until it is released or the connection ends. A file has one machine: nobody else holds anything.</summary>
    /// <returns>Whether it was free.</returns>
    public virtual bool TryHold(DbConnection connection, long subject) => true;

    public virtual void Release(DbConnection connection, long subject)
    {
    }

    /// <summary>Whether a connection holds a subject.</summary>
    public virtual bool IsHeld(DbConnection connection, long subject) => false;

    public abstract void Insert(DbTransaction transaction, Table table, IReadOnlyCollection<object?[]> rows);

    /// <summary>The rows of one document, in the order in which they may be written.</summary>
    public virtual void Insert(DbTransaction transaction, IEnumerable<TableRows> all)
    {
        foreach (var (table, rows) in all)
        {
            Insert(transaction, table, rows);
        }
    }

    /// <summary>Whether a store writes on one connection that stays open: SQLite forgets the pages it knows when another connection writes.</summary>
    public virtual bool KeepsWriter => false;

    /// <summary>Asked on one connection that does nothing else: differs from the answer before when something was written meanwhile.</summary>
    public abstract string ContentVersion { get; }

    /// <summary>Begins a transaction in which everything is read as it stood at the first question, whatever is written meanwhile.</summary>
    public abstract DbTransaction BeginReading(DbConnection connection);

    /// <summary>A text column to order by: by code points in both databases, whatever their locale.</summary>
    public abstract string OrderOf(string column);

    /// <summary>How to ask for one article <c>a</c> after another by date, with its document <c>d</c>: a planner would rather collect all and sort.</summary>
    public abstract string WalkingArticles { get; }

    /// <summary>The same with the facts <c>f</c> of each article.</summary>
    public abstract string WalkingFacts { get; }

    /// <summary>Said before a question for all articles that have a word: a planner takes reading all texts for cheaper than the index. Holds until the transaction ends, or with the question where there is none.</summary>
    public virtual string Searching => "";

    /// <summary>Takes <see cref="Searching"/> back within a transaction.</summary>
    public virtual string Searched => "";

    /// <summary>What always holds of <c>facts f</c> that are counted alone: it looks for the few documents that others took the place of, and not at that of each fact.</summary>
    public abstract string FactPresent { get; }

    public abstract IArticleIndex Index { get; }

    /// <summary>What to tell the user of an error of the database's; <c>null</c> when it is none of theirs.</summary>
    public abstract StoreException? Explain(DbException exception);

    /// <summary>Whether an error lies in the values that were to be written: the same again would be answered alike, whatever else is written.</summary>
    public abstract bool IsOfData(DbException exception);

    public virtual void Dispose() => GC.SuppressFinalize(this);
}
