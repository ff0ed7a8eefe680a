using System.Data.Common;

namespace NewsExtract.Storage.Work;

/// <summary>
/// A lock of the database's that a worker holds as long as its connection lives: the server lets it go when the process ends, also by
/// force, and when the network has been gone for some seconds. Then what the worker was doing is anybody's again.
/// </summary>
public sealed class WorkerPresence : IDisposable
{
    private readonly Database _database;
    private readonly long _key;
    private DbConnection? _connection;

    internal WorkerPresence(Database database, long key)
    {
        _database = database;
        _key = key;
        if (!Renew())
        {
            throw new StoreException("NX3004", "the database could not note that the worker lives — start it again once the database answers");
        }
    }

    /// <summary>Looks whether the connection lives, and makes another where it does not.</summary>
    /// <returns>Whether the worker is known to live.</returns>
    public bool Renew()
    {
        try
        {
            if (_connection is not null && _database.IsAlive(_connection))
            {
                return true;
            }

            _connection?.Dispose();
            _connection = null;
            _connection = Hold();
            return _connection is not null;
        }
        catch (Exception exception) when (exception is StoreException or DbException)
        {
            return false;
        }
    }

    // Not when the server still takes the former connection for a living one.
    private DbConnection? Hold()
    {
        var connection = _database.Open();
        var isHeld = false;
        try
        {
            isHeld = _database.TryHold(connection, _key);
            return isHeld ? connection : null;
        }
        finally
        {
            if (!isHeld)
            {
                connection.Dispose();
            }
        }
    }

    // The connection may be kept for others, and would go on holding the lock.
    public void Dispose()
    {
        try
        {
            if (_connection is not null)
            {
                _database.Release(_connection, _key);
            }
        }
        catch (DbException)
        {
            // It is lost, and the lock with it.
        }
        finally
        {
            _connection?.Dispose();
        }
    }
}
